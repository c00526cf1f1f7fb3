<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class MergeAnswer extends Record
{
    public const FIELDS = [
        'contacts' => ['list', Contact::class],
        'issues' => ['list', Issue::class],
    ];

    /**
     * @param list<Contact> $contacts Each person once, in order of first appearance.
     * @param list<Issue> $issues What was merged and what was overruled, in row order.
     */
    public function __construct(
        public array $contacts,
        public array $issues,
    ) {
    }
}
