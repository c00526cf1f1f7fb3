<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class PaymentsAnswer extends Record
{
    public const FIELDS = [
        'detection' => Detection::class,
        'issues' => ['list', Issue::class],
        'mapping' => Mapping::class,
        'orders' => ['list', Order::class],
        'setAsideCsv' => null,
        'stats' => PaymentStats::class,
        'subscriptions' => ['list', Subscription::class],
    ];

    /**
     * @param Detection|null $detection
     * @param list<Issue>|null $issues What concerns the input as a whole, then each record's in their order, then what only the last record could settle.
     * @param Mapping|null $mapping
     * @param list<Order>|null $orders Each order, refund and dispute, in the order of the records.
     * @param string|null $setAsideCsv The records that were set aside, with the header; the header alone where none was.
     * @param PaymentStats|null $stats
     * @param list<Subscription>|null $subscriptions Each subscription, in the order of the records.
     */
    public function __construct(
        public ?Detection $detection = null,
        public ?array $issues = null,
        public ?Mapping $mapping = null,
        public ?array $orders = null,
        public ?string $setAsideCsv = null,
        public ?PaymentStats $stats = null,
        public ?array $subscriptions = null,
    ) {
    }
}
