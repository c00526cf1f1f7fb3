<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Owed` of the kind `product`.
 *
 * A product that no offering names among those that sell it.
 */
final readonly class OwedProduct extends Owed
{
    public const KIND = 'product';

    public const FIELDS = [
        'name' => null,
    ];

    /** @param string $name Its name or id, without regard to case. */
    public function __construct(
        public string $name,
    ) {
        parent::__construct(self::KIND);
    }
}
