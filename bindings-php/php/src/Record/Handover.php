<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * From whom to whom, and when: the old charger stops before the new one begins, and the new one begins where the old one's last paid
 * period ends.
 */
final readonly class Handover extends Record
{
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
    }
}
