<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A length of time, as people say it. */
final readonly class Offset extends Record
{
    public const FIELDS = [
        'amount' => null,
        'unit' => Unit::class,
    ];

    /**
     * @param int $amount How many; never negative.
     * @param Unit $unit Of what.
     */
    public function __construct(
        public int $amount,
        public Unit $unit,
    ) {
    }
}
