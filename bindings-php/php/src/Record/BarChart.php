<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Bars, each of one or several numbers. */
final readonly class BarChart extends Record
{
    public const FIELDS = [
        'title' => null,
        'series' => ['list', null],
        'bars' => ['list', ReportBar::class],
        'leftOut' => null,
    ];

    /**
     * @param string $title What it shows.
     * @param list<string> $series What each number of a bar counts.
     * @param list<ReportBar> $bars The bars, in order.
     * @param int $leftOut How many further bars there are that are not shown.
     */
    public function __construct(
        public string $title,
        public array $series,
        public array $bars,
        public int $leftOut,
    ) {
    }
}
