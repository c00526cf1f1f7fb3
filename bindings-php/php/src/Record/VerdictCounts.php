<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How often each verdict was found. */
final readonly class VerdictCounts extends Record
{
    public const FIELDS = [
        'lost' => null,
        'later' => null,
        'gained' => null,
        'earlier' => null,
        'unchanged' => null,
    ];

    /**
     * @param int $lost See `Verdict::Lost`.
     * @param int $later See `Verdict::Later`.
     * @param int $gained See `Verdict::Gained`.
     * @param int $earlier See `Verdict::Earlier`.
     * @param int $unchanged See `Verdict::Unchanged`.
     */
    public function __construct(
        public int $lost,
        public int $later,
        public int $gained,
        public int $earlier,
        public int $unchanged,
    ) {
    }
}
