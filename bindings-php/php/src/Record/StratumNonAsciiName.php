<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Stratum` of the kind `non-ascii-name`.
 *
 * With a name outside ASCII.
 */
final readonly class StratumNonAsciiName extends Stratum
{
    public const KIND = 'non-ascii-name';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
