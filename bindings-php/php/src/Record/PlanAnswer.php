<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class PlanAnswer extends Record
{
    public const FIELDS = [
        'blockers' => ['list', Issue::class],
        'digest' => null,
        'header' => PlanHeader::class,
        'issues' => ['list', Issue::class],
        'operations' => ['list', Operation::class],
        'text' => null,
    ];

    /**
     * @param list<Issue>|null $blockers The errors among the issues that nobody has waived.
     * @param string|null $digest
     * @param PlanHeader|null $header What the plan says of itself, apart from its issues.
     * @param list<Issue>|null $issues The site's, then totals, then contacts' by the key of their address.
     * @param list<Operation>|null $operations In the order of the run.
     * @param string|null $text The plan as it is written to a file.
     */
    public function __construct(
        public ?array $blockers = null,
        public ?string $digest = null,
        public ?PlanHeader $header = null,
        public ?array $issues = null,
        public ?array $operations = null,
        public ?string $text = null,
    ) {
    }
}
