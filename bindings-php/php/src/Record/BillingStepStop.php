<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `BillingStep` of the kind `stop`.
 *
 * Stop the old charger where it is.
 */
final readonly class BillingStepStop extends BillingStep
{
    public const KIND = 'stop';

    public const FIELDS = [
        'system' => BillingSystem::class,
        'by' => 'instant',
        'subscriptionId' => null,
    ];

    /**
     * @param BillingSystem $system Where.
     * @param \DateTimeImmutable $by It is stopped before this instant.
     * @param string|null $subscriptionId Its id there.
     */
    public function __construct(
        public BillingSystem $system,
        public \DateTimeImmutable $by,
        public ?string $subscriptionId = null,
    ) {
        parent::__construct(self::KIND);
    }
}
