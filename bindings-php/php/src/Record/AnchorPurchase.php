<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Anchor` of the kind `purchase`.
 *
 * When the member bought an offering.
 */
final readonly class AnchorPurchase extends Anchor
{
    public const KIND = 'purchase';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering Which. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
