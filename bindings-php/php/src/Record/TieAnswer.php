<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class TieAnswer extends Record
{
    public const FIELDS = [
        'rows' => ['list', null],
        'issues' => ['list', Issue::class],
    ];

    /**
     * @param list<int|null> $rows For each record, in their order, the place of its contact in the list, from 0; `null` where it has none.
     * @param list<Issue> $issues What could not be tied, in the same order.
     */
    public function __construct(
        public array $rows,
        public array $issues,
    ) {
    }
}
