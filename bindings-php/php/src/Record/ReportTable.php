<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A table. */
final readonly class ReportTable extends Record
{
    public const FIELDS = [
        'title' => null,
        'columns' => ['list', null],
        'rows' => ['list', ['list', null]],
        'leftOut' => null,
    ];

    /**
     * @param string $title What it shows.
     * @param list<string> $columns The heads of its columns.
     * @param list<list<string>> $rows Its rows, each with a cell for each column.
     * @param int $leftOut How many further rows there are that are not shown.
     */
    public function __construct(
        public string $title,
        public array $columns,
        public array $rows,
        public int $leftOut,
    ) {
    }
}
