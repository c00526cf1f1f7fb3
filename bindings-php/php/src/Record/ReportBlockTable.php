<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ReportBlock` of the kind `table`.
 *
 * Rows and columns.
 */
final readonly class ReportBlockTable extends ReportBlock
{
    public const KIND = 'table';

    public const FIELDS = [
        'table' => ReportTable::class,
    ];

    /** @param ReportTable $table The table. */
    public function __construct(
        public ReportTable $table,
    ) {
        parent::__construct(self::KIND);
    }
}
