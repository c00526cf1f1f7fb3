<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How many of everything a reading of orders or subscriptions found. */
final readonly class PaymentStats extends Record
{
    public const FIELDS = [
        'bytes' => null,
        'records' => null,
        'kept' => null,
        'repeated' => null,
        'setAside' => null,
    ];

    /**
     * @param int $bytes Bytes of the input.
     * @param int $records Data records, blank lines left out.
     * @param int $kept Orders or subscriptions.
     * @param int $repeated Records that stood twice, the same in every cell, and were read once.
     * @param int $setAside Records that were set aside.
     */
    public function __construct(
        public int $bytes,
        public int $records,
        public int $kept,
        public int $repeated,
        public int $setAside,
    ) {
    }
}
