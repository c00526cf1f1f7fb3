<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ReportBlock` of the kind `bars`.
 *
 * Bars of numbers.
 */
final readonly class ReportBlockBars extends ReportBlock
{
    public const KIND = 'bars';

    public const FIELDS = [
        'chart' => BarChart::class,
    ];

    /** @param BarChart $chart The chart. */
    public function __construct(
        public BarChart $chart,
    ) {
        parent::__construct(self::KIND);
    }
}
