<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One bar. */
final readonly class ReportBar extends Record
{
    public const FIELDS = [
        'label' => null,
        'values' => ['list', null],
    ];

    /**
     * @param string $label What it is of.
     * @param list<int> $values A number for each series.
     */
    public function __construct(
        public string $label,
        public array $values,
    ) {
    }
}
