<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Stratum` of the kind `created`.
 *
 * A user whom the plan creates.
 */
final readonly class StratumCreated extends Stratum
{
    public const KIND = 'created';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
