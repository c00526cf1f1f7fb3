<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Numbers by day, in rows. */
final readonly class DayChart extends Record
{
    public const FIELDS = [
        'title' => null,
        'days' => ['list', null],
        'rows' => ['list', DayRow::class],
        'leftOut' => null,
    ];

    /**
     * @param string $title What it shows.
     * @param list<string> $days The days, one after the other, as `2026-03-02`.
     * @param list<DayRow> $rows The rows, in order.
     * @param int $leftOut How many further rows there are that are not shown.
     */
    public function __construct(
        public string $title,
        public array $days,
        public array $rows,
        public int $leftOut,
    ) {
    }
}
