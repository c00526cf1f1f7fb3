<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One subscription of a billing plan. */
final readonly class BilledSubscription extends Record
{
    public const FIELDS = [
        'id' => null,
        'system' => BillingSystem::class,
        'records' => ['list', RecordPlace::class],
        'owed' => ['list', Owed::class],
        'status' => SubscriptionStatus::class,
        'payments' => PaymentCount::class,
        'fate' => SubscriptionFate::class,
        'amount' => Money::class,
        'customer' => BillingCustomer::class,
        'interval' => BillingInterval::class,
        'nextCharge' => NextCharge::class,
        'processor' => null,
        'subscriptionId' => null,
        'trialEndsAt' => 'instant',
    ];

    /**
     * @param string $id Derived from the system and its id of the subscription; where there is none, from all that the record says.
     * @param BillingSystem $system Whose form it came by.
     * @param list<RecordPlace> $records The records that it was told by, in order.
     * @param list<Owed> $owed What it pays for: offerings, or else a product.
     * @param SubscriptionStatus $status Where it stands.
     * @param PaymentCount $payments How many payments were made, of how many.
     * @param SubscriptionFate $fate What the move makes of it.
     * @param Money|null $amount What each charge is.
     * @param BillingCustomer|null $customer Whose it is.
     * @param BillingInterval|null $interval How often it is charged.
     * @param NextCharge|null $nextCharge The next charge, if nobody does anything; absent where there is none, and where a failed payment is tried again, because only the processor knows when.
     * @param string|null $processor Who takes the money, as far as anybody says.
     * @param string|null $subscriptionId The system's id of it.
     * @param \DateTimeImmutable|null $trialEndsAt When its trial ends, where it is not over.
     */
    public function __construct(
        public string $id,
        public BillingSystem $system,
        public array $records,
        public array $owed,
        public SubscriptionStatus $status,
        public PaymentCount $payments,
        public SubscriptionFate $fate,
        public ?Money $amount = null,
        public ?BillingCustomer $customer = null,
        public ?BillingInterval $interval = null,
        public ?NextCharge $nextCharge = null,
        public ?string $processor = null,
        public ?string $subscriptionId = null,
        public ?\DateTimeImmutable $trialEndsAt = null,
    ) {
    }
}
