<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Stratum` of the kind `updated`.
 *
 * A user whom the plan changes.
 */
final readonly class StratumUpdated extends Stratum
{
    public const KIND = 'updated';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
