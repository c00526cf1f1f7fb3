<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A cell of a table that somebody put right. It stands where an issue says it does: in `Location::record` and `Location::column`. */
final readonly class Correction extends Record
{
    public const FIELDS = [
        'record' => null,
        'column' => null,
        'text' => null,
    ];

    /**
     * @param int $record The data record, 0-based.
     * @param int $column The column, 1-based. One that neither the header nor the record reaches is passed over.
     * @param string $text What takes the place of the cell, as it would be written without quotes.
     */
    public function __construct(
        public int $record,
        public int $column,
        public string $text,
    ) {
    }
}
