<?php

declare(strict_types=1);

namespace Memberferry;

/** What a reading of subscriptions gives. Every record is a subscription, repeats one, or is set aside. */
final class SubscriptionIntake extends Reading
{
    public readonly Subscriptions $subscriptions;

    public readonly Record\PaymentStats $stats;

    /** @internal */
    public function __construct(Native\SubscriptionIntake $handle)
    {
        parent::__construct($handle);
        $this->subscriptions = new Subscriptions($handle->subscriptions());
        $this->stats = Wire::readText(Record\PaymentStats::class, Wire::ask(static fn () => $handle->stats()));
    }

    public function __debugInfo(): array
    {
        return ['subscriptions' => $this->subscriptions, 'issues' => $this->issues, 'stats' => $this->stats];
    }
}
