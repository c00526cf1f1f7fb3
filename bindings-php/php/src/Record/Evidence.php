<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What is known besides the contacts. By default nothing. */
final readonly class Evidence extends Record
{
    public const FIELDS = [
        'customerIds' => CustomerIds::class,
        'orders' => ['list', Order::class],
        'tagDates' => ['list', TagDate::class],
    ];

    /**
     * @param CustomerIds|null $customerIds What the customers' ids of the orders are ids of; another system's, where absent.
     * @param list<Order> $orders Orders, in any order. Those that belong to no contact are passed over; `orders.tie` says which they are.
     * @param list<TagDate> $tagDates When contacts were given their tags, in any order; a tag that no contact holds is passed over.
     */
    public function __construct(
        public ?CustomerIds $customerIds = null,
        public array $orders = [],
        public array $tagDates = [],
    ) {
    }
}
