<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One thing that somebody has to do. */
final readonly class BillingAction extends Record
{
    public const FIELDS = [
        'id' => null,
        'subscription' => null,
        'customer' => BillingCustomer::class,
        'step' => BillingStep::class,
    ];

    /**
     * @param string $id Derived from the environment, the subscription, the step's kind and its instant: the same action has the same id in every plan.
     * @param string $subscription The subscription that is handed over.
     * @param BillingCustomer $customer Whose it is.
     * @param BillingStep $step What to do.
     */
    public function __construct(
        public string $id,
        public string $subscription,
        public BillingCustomer $customer,
        public BillingStep $step,
    ) {
    }
}
