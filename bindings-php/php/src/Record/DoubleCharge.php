<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A span in which several charge for one thing. */
final readonly class DoubleCharge extends Record
{
    public const FIELDS = [
        'span' => BillingSpan::class,
        'subscriptions' => ['list', null],
    ];

    /**
     * @param BillingSpan $span When.
     * @param list<string> $subscriptions The subscriptions that charge, in the order of the chargers.
     */
    public function __construct(
        public BillingSpan $span,
        public array $subscriptions,
    ) {
    }
}
