<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * One record of an export of orders. Everything may be absent but its kind and its status.
 *
 * Of a sale, `total` is what the buyer was charged. Of a refund or a dispute, `refunded` is what went back and `total`
 * is absent, so that totals less refunds are what was earned.
 */
final readonly class Order extends Record
{
    public const FIELDS = [
        'kind' => OrderKind::class,
        'status' => OrderStatus::class,
        'address' => Address::class,
        'company' => null,
        'coupon' => null,
        'custom' => ['map', null],
        'customerId' => null,
        'discount' => Money::class,
        'email' => null,
        'fee' => Money::class,
        'id' => null,
        'items' => ['list', OrderItem::class],
        'name' => null,
        'paidAt' => 'instant',
        'phone' => null,
        'placedAt' => 'instant',
        'processor' => null,
        'refundOf' => null,
        'refunded' => Money::class,
        'subscriptionId' => null,
        'tax' => Money::class,
        'total' => Money::class,
        'transactionId' => null,
    ];

    /**
     * @param OrderKind $kind What the record stands for.
     * @param OrderStatus $status Where the order stands.
     * @param Address|null $address The billing address.
     * @param string|null $company The buyer's company.
     * @param string|null $coupon The coupon.
     * @param array<string, string> $custom Every other column that is not blank, by its name, in column order; and the text of what could not be read.
     * @param string|null $customerId The source's id of the buyer.
     * @param Money|null $discount What a coupon took off.
     * @param string|null $email The buyer's address.
     * @param Money|null $fee What the processor kept; as the source signs it.
     * @param string|null $id The source's id of the order.
     * @param list<OrderItem> $items What was ordered, in the source's order.
     * @param string|null $name The buyer's name.
     * @param \DateTimeImmutable|null $paidAt When it was paid.
     * @param string|null $phone The buyer's telephone number as written.
     * @param \DateTimeImmutable|null $placedAt When it was placed.
     * @param string|null $processor Who took the money, in the source's words.
     * @param string|null $refundOf Of a refund or a dispute: the id of the order, or of the payment, that it is of.
     * @param Money|null $refunded What was given back.
     * @param string|null $subscriptionId The subscription it was charged for.
     * @param Money|null $tax The tax within the total.
     * @param Money|null $total What the buyer was charged, tax included.
     * @param string|null $transactionId The processor's id of the payment.
     */
    public function __construct(
        public OrderKind $kind = OrderKind::Sale,
        public OrderStatus $status = OrderStatus::Unknown,
        public ?Address $address = null,
        public ?string $company = null,
        public ?string $coupon = null,
        public array $custom = [],
        public ?string $customerId = null,
        public ?Money $discount = null,
        public ?string $email = null,
        public ?Money $fee = null,
        public ?string $id = null,
        public array $items = [],
        public ?string $name = null,
        public ?\DateTimeImmutable $paidAt = null,
        public ?string $phone = null,
        public ?\DateTimeImmutable $placedAt = null,
        public ?string $processor = null,
        public ?string $refundOf = null,
        public ?Money $refunded = null,
        public ?string $subscriptionId = null,
        public ?Money $tax = null,
        public ?Money $total = null,
        public ?string $transactionId = null,
    ) {
    }
}
