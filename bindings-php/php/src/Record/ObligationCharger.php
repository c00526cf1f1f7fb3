<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One charger of an obligation. */
final readonly class ObligationCharger extends Record
{
    public const FIELDS = [
        'subscription' => null,
        'role' => ChargerRole::class,
        'charges' => BillingSpan::class,
        'paysFor' => BillingSpan::class,
    ];

    /**
     * @param string $subscription The subscription that it is of.
     * @param ChargerRole $role Whether it charges already, or after the handover.
     * @param BillingSpan|null $charges When it may charge: until the end of the last period it pays for. Absent where it never does.
     * @param BillingSpan|null $paysFor What its charges pay for, a trial and what was paid before included. Absent where it is nothing.
     */
    public function __construct(
        public string $subscription,
        public ChargerRole $role,
        public ?BillingSpan $charges = null,
        public ?BillingSpan $paysFor = null,
    ) {
    }
}
