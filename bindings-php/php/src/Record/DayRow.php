<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One row of numbers by day. */
final readonly class DayRow extends Record
{
    public const FIELDS = [
        'label' => null,
        'counts' => ['list', null],
    ];

    /**
     * @param string $label What it is of.
     * @param list<int> $counts A number for each day.
     */
    public function __construct(
        public string $label,
        public array $counts,
    ) {
    }
}
