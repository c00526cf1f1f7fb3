<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * Bounds on what is read. Each default is far above any real export; raise one where yours is larger.
 *
 * Past a bound the reader stops with an error that names it; nothing is cut silently.
 */
final readonly class Limits extends Record
{
    public const FIELDS = [
        'bytes' => null,
        'cellBytes' => null,
        'columns' => null,
        'distinctTags' => null,
        'issues' => null,
        'recordBytes' => null,
        'records' => null,
        'tagsPerContact' => null,
    ];

    /**
     * @param int $bytes Bytes of the whole input. Default 8 GiB.
     * @param int $cellBytes Bytes of one cell, as decoded UTF-8. Default 1 MiB.
     * @param int $columns Columns in the header or in any record. Default 2,000.
     * @param int $distinctTags Different tags in one input. Default 200,000.
     * @param int $issues Issues kept in full. Past it issues are counted by code and no longer kept. Default 1,000,000.
     * @param int $recordBytes Bytes of one record, as decoded UTF-8. Default 4 MiB.
     * @param int $records Data records. Default 50,000,000.
     * @param int $tagsPerContact Tags on one contact. Default 5,000.
     */
    public function __construct(
        public int $bytes = 8589934592,
        public int $cellBytes = 1048576,
        public int $columns = 2000,
        public int $distinctTags = 200000,
        public int $issues = 1000000,
        public int $recordBytes = 4194304,
        public int $records = 50000000,
        public int $tagsPerContact = 5000,
    ) {
    }
}
