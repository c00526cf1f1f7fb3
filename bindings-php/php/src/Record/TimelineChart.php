<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Events along a line of time, in rows. */
final readonly class TimelineChart extends Record
{
    public const FIELDS = [
        'title' => null,
        'from' => 'instant',
        'rows' => ['list', TimelineRow::class],
    ];

    /**
     * @param string $title What it shows.
     * @param \DateTimeImmutable $from Where the line begins.
     * @param list<TimelineRow> $rows The rows, in order.
     */
    public function __construct(
        public string $title,
        public \DateTimeImmutable $from,
        public array $rows,
    ) {
    }
}
