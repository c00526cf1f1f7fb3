<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ContinuityAnswer extends Record
{
    public const FIELDS = [
        'rows' => ['list', ModuleContinuity::class],
        'summary' => ContinuitySummary::class,
    ];

    /**
     * @param list<ModuleContinuity> $rows Each member's modules, in the order of the contacts, then of the site.
     * @param ContinuitySummary $summary
     */
    public function __construct(
        public array $rows,
        public ContinuitySummary $summary,
    ) {
    }
}
