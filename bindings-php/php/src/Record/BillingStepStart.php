<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `BillingStep` of the kind `start`.
 *
 * The new order form charges for the first time: the same amount as often as the old charger did.
 */
final readonly class BillingStepStart extends BillingStep
{
    public const KIND = 'start';

    public const FIELDS = [
        'notBefore' => 'instant',
        'amount' => Money::class,
        'interval' => BillingInterval::class,
        'charges' => null,
    ];

    /**
     * @param \DateTimeImmutable $notBefore Not before this instant, and not before the old charger is stopped.
     * @param Money $amount How much each time.
     * @param BillingInterval $interval How often.
     * @param int|null $charges How many times; without end, where absent.
     */
    public function __construct(
        public \DateTimeImmutable $notBefore,
        public Money $amount,
        public BillingInterval $interval,
        public ?int $charges = null,
    ) {
        parent::__construct(self::KIND);
    }
}
