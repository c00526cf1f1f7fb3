<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Stratum` of the kind `merged`.
 *
 * Merged from several records of the source.
 */
final readonly class StratumMerged extends Stratum
{
    public const KIND = 'merged';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
