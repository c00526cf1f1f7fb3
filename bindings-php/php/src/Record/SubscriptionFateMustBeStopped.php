<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `SubscriptionFate` of the kind `must-be-stopped`.
 *
 * It is stopped where it is, and the customer takes it out anew: cards and plans cannot be moved.
 */
final readonly class SubscriptionFateMustBeStopped extends SubscriptionFate
{
    public const KIND = 'must-be-stopped';

    public const FIELDS = [
        'stopBy' => 'instant',
        'chargesBefore' => null,
        'chargesLeft' => null,
        'restartsFrom' => 'instant',
    ];

    /**
     * @param \DateTimeImmutable $stopBy Before this instant the old charger has to be stopped.
     * @param int $chargesBefore How many charges the old charger still makes before that.
     * @param int|null $chargesLeft How many are left for the new one; without end, where absent.
     * @param \DateTimeImmutable|null $restartsFrom The first new charge is not before this instant; absent where nobody knows when a pause ends.
     */
    public function __construct(
        public \DateTimeImmutable $stopBy,
        public int $chargesBefore,
        public ?int $chargesLeft = null,
        public ?\DateTimeImmutable $restartsFrom = null,
    ) {
        parent::__construct(self::KIND);
    }
}
