<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What every column of a file is for, in column order. */
final readonly class Mapping extends Record
{
    public const FIELDS = [
        'format' => null,
        'columns' => ['list', ColumnMapping::class],
    ];

    /**
     * @param int $format The format of a saved mapping: 1.
     * @param list<ColumnMapping> $columns The columns, in the file's order.
     */
    public function __construct(
        public int $format,
        public array $columns,
    ) {
    }
}
