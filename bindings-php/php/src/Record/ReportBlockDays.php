<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ReportBlock` of the kind `days`.
 *
 * Numbers by day.
 */
final readonly class ReportBlockDays extends ReportBlock
{
    public const KIND = 'days';

    public const FIELDS = [
        'chart' => DayChart::class,
    ];

    /** @param DayChart $chart The chart. */
    public function __construct(
        public DayChart $chart,
    ) {
        parent::__construct(self::KIND);
    }
}
