<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How far a phase is. */
final readonly class PhaseProgress extends Record
{
    public const FIELDS = [
        'phase' => Phase::class,
        'done' => null,
        'total' => null,
    ];

    /**
     * @param Phase $phase The phase.
     * @param int $done Operations that need nothing more.
     * @param int $total All its operations.
     */
    public function __construct(
        public Phase $phase,
        public int $done,
        public int $total,
    ) {
    }
}
