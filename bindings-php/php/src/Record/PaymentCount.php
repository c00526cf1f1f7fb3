<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How many payments were made, of how many. */
final readonly class PaymentCount extends Record
{
    public const FIELDS = [
        'made' => null,
        'of' => null,
        'refunded' => null,
    ];

    /**
     * @param int|null $made How many, as far as known.
     * @param int|null $of After how many it ends; absent where it goes on.
     * @param int|null $refunded How many orders of it were given back as a whole. They are not counted as made.
     */
    public function __construct(
        public ?int $made = null,
        public ?int $of = null,
        public ?int $refunded = null,
    ) {
    }
}
