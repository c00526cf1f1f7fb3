<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How many losses something explains that the owner accepts. */
final readonly class AcceptedLosses extends Record
{
    public const FIELDS = [
        'accepted' => AcceptedLoss::class,
        'count' => null,
    ];

    /**
     * @param AcceptedLoss $accepted What the owner accepts.
     * @param int $count How many losses it explains; a loss that several explain is counted for the first of them.
     */
    public function __construct(
        public AcceptedLoss $accepted,
        public int $count,
    ) {
    }
}
