<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One fact. */
final readonly class ReportFact extends Record
{
    public const FIELDS = [
        'name' => null,
        'value' => null,
    ];

    /**
     * @param string $name What it is.
     * @param string $value The fact.
     */
    public function __construct(
        public string $name,
        public string $value,
    ) {
    }
}
