<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A kind of person that a sample should hold one of. On the wire tagged by `kind`. */
abstract readonly class Stratum extends Record
{
    public const KINDS = [
        'enrolled' => StratumEnrolled::class,
        'created' => StratumCreated::class,
        'updated' => StratumUpdated::class,
        'status' => StratumStatus::class,
        'non-ascii-name' => StratumNonAsciiName::class,
        'merged' => StratumMerged::class,
        'buyer' => StratumBuyer::class,
        'noted' => StratumNoted::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
