<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `BillingStep` of the kind `invite`.
 *
 * Ask the customer to enter their card on the new order form.
 */
final readonly class BillingStepInvite extends BillingStep
{
    public const KIND = 'invite';

    public const FIELDS = [
        'from' => 'instant',
        'by' => 'instant',
        'owed' => ['list', Owed::class],
        'orderForms' => ['list', null],
    ];

    /**
     * @param \DateTimeImmutable $from From when on.
     * @param \DateTimeImmutable $by They have entered it before this instant.
     * @param list<Owed> $owed What for.
     * @param list<string> $orderForms The order forms that the site's offerings name, in the order of the offerings.
     */
    public function __construct(
        public \DateTimeImmutable $from,
        public \DateTimeImmutable $by,
        public array $owed,
        public array $orderForms = [],
    ) {
        parent::__construct(self::KIND);
    }
}
