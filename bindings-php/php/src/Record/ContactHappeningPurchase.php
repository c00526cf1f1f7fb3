<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ContactHappening` of the kind `purchase`.
 *
 * They buy something in the CRM's own shop.
 */
final readonly class ContactHappeningPurchase extends ContactHappening
{
    public const KIND = 'purchase';

    public const FIELDS = [
        'product' => null,
    ];

    /** @param string $product What, as the CRM calls it. */
    public function __construct(
        public string $product,
    ) {
        parent::__construct(self::KIND);
    }
}
