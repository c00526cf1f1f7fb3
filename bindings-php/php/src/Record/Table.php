<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A delimited text taken apart. */
final readonly class Table extends Record
{
    public const FIELDS = [
        'header' => ['list', null],
        'rows' => ['list', ['list', null]],
        'lines' => ['list', null],
        'encoding' => DetectedEncoding::class,
        'dialect' => Dialect::class,
        'issues' => ['list', Issue::class],
    ];

    /**
     * @param list<string> $header The cells of the first record that is not blank, as written.
     * @param list<list<string>> $rows The cells of the other records, as written but for their quotes; blank lines left out.
     * @param list<int> $lines The line each row starts on, 1-based.
     * @param DetectedEncoding $encoding The encoding.
     * @param Dialect $dialect How cells and lines are parted.
     * @param list<Issue> $issues What is wrong with the shape: blank and repeated names, rows longer or shorter than the header, stray quotes. Past the limit on issues they are counted and no longer kept.
     */
    public function __construct(
        public array $header,
        public array $rows,
        public array $lines,
        public DetectedEncoding $encoding,
        public Dialect $dialect,
        public array $issues,
    ) {
    }
}
