<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ReadinessAnswer extends Record
{
    public const FIELDS = [
        'verdict' => ReadinessVerdict::class,
        'checklist' => ['list', ChecklistEntry::class],
        'counts' => ReadinessCounts::class,
        'issues' => ['list', Issue::class],
        'manualWork' => ['list', ManualWork::class],
        'quiz' => ['list', QuizAnswer::class],
        'reasons' => ['list', VerdictReason::class],
    ];

    /**
     * @param ReadinessVerdict $verdict
     * @param list<ChecklistEntry>|null $checklist In the order of the checklist.
     * @param ReadinessCounts|null $counts
     * @param list<Issue>|null $issues By item, then in document order.
     * @param list<ManualWork>|null $manualWork By kind, then in document order.
     * @param list<QuizAnswer>|null $quiz
     * @param list<VerdictReason>|null $reasons
     */
    public function __construct(
        public ReadinessVerdict $verdict,
        public ?array $checklist = null,
        public ?ReadinessCounts $counts = null,
        public ?array $issues = null,
        public ?array $manualWork = null,
        public ?array $quiz = null,
        public ?array $reasons = null,
    ) {
    }
}
