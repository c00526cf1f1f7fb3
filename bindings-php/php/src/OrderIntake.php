<?php

declare(strict_types=1);

namespace Memberferry;

/** What a reading of orders gives. Every record is an order, repeats one, or is set aside. */
final class OrderIntake extends Reading
{
    public readonly Orders $orders;

    public readonly Record\PaymentStats $stats;

    /** @internal */
    public function __construct(Native\OrderIntake $handle)
    {
        parent::__construct($handle);
        $this->orders = new Orders($handle->orders());
        $this->stats = Wire::readText(Record\PaymentStats::class, Wire::ask(static fn () => $handle->stats()));
    }

    public function __debugInfo(): array
    {
        return ['orders' => $this->orders, 'issues' => $this->issues, 'stats' => $this->stats];
    }
}
