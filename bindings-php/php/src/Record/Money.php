<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An amount of money. On the wire `{"minorUnits": 4900, "currency": "EUR"}`. */
final readonly class Money extends Record
{
    public const FIELDS = [
        'minorUnits' => null,
        'currency' => null,
    ];

    /**
     * @param int $minorUnits
     * @param string $currency
     */
    public function __construct(
        public int $minorUnits,
        public string $currency,
    ) {
    }
}
