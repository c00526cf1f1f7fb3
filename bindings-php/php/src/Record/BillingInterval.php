<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How often a subscription is charged. */
abstract readonly class BillingInterval extends Record
{
    public const KINDS = [
        'every' => BillingIntervalEvery::class,
        'once' => BillingIntervalOnce::class,
        'lifetime' => BillingIntervalLifetime::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
