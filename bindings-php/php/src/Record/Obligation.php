<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What one customer owes for one thing, and who charges for it from the instant of the plan on. */
final readonly class Obligation extends Record
{
    public const FIELDS = [
        'id' => null,
        'customer' => BillingCustomer::class,
        'owed' => Owed::class,
        'chargers' => ['list', ObligationCharger::class],
        'doubles' => ['list', DoubleCharge::class],
        'gaps' => ['list', BillingSpan::class],
    ];

    /**
     * @param string $id Derived from the customer and what is owed.
     * @param BillingCustomer $customer Who owes.
     * @param Owed $owed For what.
     * @param list<ObligationCharger> $chargers Everybody who charges for it, in the order of the plan's subscriptions; of one of them the old charger before the new one.
     * @param list<DoubleCharge> $doubles When two or more charge for it, in order of time.
     * @param list<BillingSpan> $gaps When nothing pays for it, though something did and will again, in order of time. A pause is none, and neither is the time after it ends.
     */
    public function __construct(
        public string $id,
        public BillingCustomer $customer,
        public Owed $owed,
        public array $chargers,
        public array $doubles,
        public array $gaps,
    ) {
    }
}
