<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One column's place in a mapping. */
final readonly class ColumnMapping extends Record
{
    public const FIELDS = [
        'header' => null,
        'use' => ColumnUse::class,
        'score' => null,
        'reason' => MatchReason::class,
    ];

    /**
     * @param string $header The column's name as the file writes it, cleaned.
     * @param ColumnUse $use What it is for.
     * @param int $score How sure that is, 0 to 100.
     * @param MatchReason $reason Why.
     */
    public function __construct(
        public string $header,
        public ColumnUse $use,
        public int $score = 0,
        public MatchReason $reason = MatchReason::Chosen,
    ) {
    }
}
