<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What is known of an amount from outside. */
final readonly class MoneyOptions extends Record
{
    public const FIELDS = [
        'currency' => null,
        'decimalMark' => DecimalMark::class,
    ];

    /**
     * @param string|null $currency The currency of an amount that has none of its own.
     * @param DecimalMark|null $decimalMark What parts the decimals. Left out: `1.234` is ambiguous.
     */
    public function __construct(
        public ?string $currency = null,
        public ?DecimalMark $decimalMark = null,
    ) {
    }
}
