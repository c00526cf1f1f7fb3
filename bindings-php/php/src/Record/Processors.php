<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** The processors that a site is connected to, at most one account with each. */
final readonly class Processors extends Record
{
    public const FIELDS = [
        'paypal' => ProcessorAccount::class,
        'stripe' => ProcessorAccount::class,
    ];

    /**
     * @param ProcessorAccount|null $paypal PayPal, where it is connected.
     * @param ProcessorAccount|null $stripe Stripe, where it is connected.
     */
    public function __construct(
        public ?ProcessorAccount $paypal = null,
        public ?ProcessorAccount $stripe = null,
    ) {
    }
}
