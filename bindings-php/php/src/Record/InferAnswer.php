<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class InferAnswer extends Record
{
    public const FIELDS = [
        'enrollments' => ['list', EnrollmentRow::class],
        'issues' => ['list', Issue::class],
    ];

    /**
     * @param list<EnrollmentRow> $enrollments Each enrollment, in the order of the contacts, then of the site's offerings.
     * @param list<Issue> $issues What was guessed: one for each offering, in the order of the site.
     */
    public function __construct(
        public array $enrollments,
        public array $issues,
    ) {
    }
}
