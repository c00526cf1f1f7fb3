<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class SiteCheckAnswer extends Record
{
    public const FIELDS = [
        'usable' => null,
        'issues' => ['list', Issue::class],
    ];

    /**
     * @param bool $usable Whether there is no error among the issues.
     * @param list<Issue> $issues In document order.
     */
    public function __construct(
        public bool $usable,
        public array $issues,
    ) {
    }
}
