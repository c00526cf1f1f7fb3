<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `crm-coupon-code`.
 *
 * Makes a coupon code that works for the contact, set off by the CRM.
 */
final readonly class CustomOperationCrmCouponCode extends CustomOperation
{
    public const KIND = 'crm-coupon-code';

    public const FIELDS = [
        'coupon' => null,
    ];

    /** @param string $coupon The coupon. */
    public function __construct(
        public string $coupon,
    ) {
        parent::__construct(self::KIND);
    }
}
