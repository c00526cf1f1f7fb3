<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One thing that was ordered. */
final readonly class OrderItem extends Record
{
    public const FIELDS = [
        'name' => null,
        'productId' => null,
        'quantity' => null,
    ];

    /**
     * @param string|null $name The product's name.
     * @param string|null $productId The source's id of the product.
     * @param int|null $quantity How many; absent where the source does not say.
     */
    public function __construct(
        public ?string $name = null,
        public ?string $productId = null,
        public ?int $quantity = null,
    ) {
    }
}
