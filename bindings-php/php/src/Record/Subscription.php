<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One record of an export of subscriptions. Everything may be absent but its status. */
final readonly class Subscription extends Record
{
    public const FIELDS = [
        'status' => SubscriptionStatus::class,
        'address' => Address::class,
        'cancelAt' => 'instant',
        'cancelledAt' => 'instant',
        'company' => null,
        'coupon' => null,
        'currentPeriodEnd' => 'instant',
        'currentPeriodStart' => 'instant',
        'custom' => ['map', null],
        'customerId' => null,
        'discount' => Money::class,
        'email' => null,
        'endedAt' => 'instant',
        'id' => null,
        'interval' => BillingInterval::class,
        'name' => null,
        'nextPaymentAt' => 'instant',
        'paymentLimit' => null,
        'paymentsMade' => null,
        'phone' => null,
        'plan' => null,
        'price' => Money::class,
        'processor' => null,
        'processorId' => null,
        'product' => null,
        'productId' => null,
        'quantity' => null,
        'startedAt' => 'instant',
        'tax' => Money::class,
        'trialEndsAt' => 'instant',
    ];

    /**
     * @param SubscriptionStatus $status Where it stands. One that runs and has a date of cancelling is `pending-cancel`.
     * @param Address|null $address The billing address.
     * @param \DateTimeImmutable|null $cancelAt When it is to end, where it was cancelled to a date.
     * @param \DateTimeImmutable|null $cancelledAt When it was cancelled.
     * @param string|null $company The person's company.
     * @param string|null $coupon The coupon.
     * @param \DateTimeImmutable|null $currentPeriodEnd When that period ends.
     * @param \DateTimeImmutable|null $currentPeriodStart When the period that is paid for began.
     * @param array<string, string> $custom Every other column that is not blank, by its name, in column order; and the text of what could not be read.
     * @param string|null $customerId The source's id of the person.
     * @param Money|null $discount What a coupon takes off a charge.
     * @param string|null $email The person's address.
     * @param \DateTimeImmutable|null $endedAt When it was over.
     * @param string|null $id The source's id of the subscription.
     * @param BillingInterval|null $interval How often it is charged.
     * @param string|null $name The person's name.
     * @param \DateTimeImmutable|null $nextPaymentAt When it is charged next. Where the source has no column for it: the end of the current period of a subscription that is charged again.
     * @param int|null $paymentLimit After how many payments it ends by itself.
     * @param int|null $paymentsMade How many payments were made.
     * @param string|null $phone The person's telephone number as written.
     * @param string|null $plan The source's name or id of the plan or price.
     * @param Money|null $price What each charge is, as the source writes it.
     * @param string|null $processor Who takes the money, in the source's words.
     * @param string|null $processorId The processor's id of it, where the source has one of its own too.
     * @param string|null $product The product's name; of several, the names with a comma between.
     * @param string|null $productId The source's id of the product.
     * @param int|null $quantity How many of it.
     * @param \DateTimeImmutable|null $startedAt When it began.
     * @param Money|null $tax The tax within a charge.
     * @param \DateTimeImmutable|null $trialEndsAt When its trial ends, or ended.
     */
    public function __construct(
        public SubscriptionStatus $status = SubscriptionStatus::Unknown,
        public ?Address $address = null,
        public ?\DateTimeImmutable $cancelAt = null,
        public ?\DateTimeImmutable $cancelledAt = null,
        public ?string $company = null,
        public ?string $coupon = null,
        public ?\DateTimeImmutable $currentPeriodEnd = null,
        public ?\DateTimeImmutable $currentPeriodStart = null,
        public array $custom = [],
        public ?string $customerId = null,
        public ?Money $discount = null,
        public ?string $email = null,
        public ?\DateTimeImmutable $endedAt = null,
        public ?string $id = null,
        public ?BillingInterval $interval = null,
        public ?string $name = null,
        public ?\DateTimeImmutable $nextPaymentAt = null,
        public ?int $paymentLimit = null,
        public ?int $paymentsMade = null,
        public ?string $phone = null,
        public ?string $plan = null,
        public ?Money $price = null,
        public ?string $processor = null,
        public ?string $processorId = null,
        public ?string $product = null,
        public ?string $productId = null,
        public ?int $quantity = null,
        public ?\DateTimeImmutable $startedAt = null,
        public ?Money $tax = null,
        public ?\DateTimeImmutable $trialEndsAt = null,
    ) {
    }
}
