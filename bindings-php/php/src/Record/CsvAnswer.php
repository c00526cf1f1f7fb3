<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class CsvAnswer extends Record
{
    public const FIELDS = [
        'csv' => null,
    ];

    /** @param string $csv The whole file. */
    public function __construct(
        public string $csv,
    ) {
    }
}
