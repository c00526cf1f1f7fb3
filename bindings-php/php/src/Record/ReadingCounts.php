<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a reading found, in numbers: what a report tells of the list that the people come from. */
final readonly class ReadingCounts extends Record
{
    public const FIELDS = [
        'stats' => IntakeStats::class,
        'issueCounts' => ['map', null],
    ];

    /**
     * @param IntakeStats $stats How many of everything.
     * @param array<string, int> $issueCounts How many issues there are of each code.
     */
    public function __construct(
        public IntakeStats $stats,
        public array $issueCounts,
    ) {
    }
}
