<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class LintAnswer extends Record
{
    public const FIELDS = [
        'issues' => ['list', Issue::class],
    ];

    /** @param list<Issue> $issues First what concerns the whole, then by step. */
    public function __construct(
        public array $issues,
    ) {
    }
}
