<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What one system exported of subscriptions and orders. */
final readonly class BillingSource extends Record
{
    public const FIELDS = [
        'system' => BillingSystem::class,
        'orders' => ['list', Order::class],
        'subscriptions' => ['list', Subscription::class],
        'zone' => null,
    ];

    /**
     * @param BillingSystem $system Which.
     * @param list<Order> $orders Its orders, in any order: by them payments are counted and customers recognised.
     * @param list<Subscription> $subscriptions Its subscriptions, in any order.
     * @param string|null $zone The zone in which it counts months and days; UTC, where absent.
     */
    public function __construct(
        public BillingSystem $system,
        public array $orders = [],
        public array $subscriptions = [],
        public ?string $zone = null,
    ) {
    }
}
