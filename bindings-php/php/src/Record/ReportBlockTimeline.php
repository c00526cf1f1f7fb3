<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ReportBlock` of the kind `timeline`.
 *
 * What happens when.
 */
final readonly class ReportBlockTimeline extends ReportBlock
{
    public const KIND = 'timeline';

    public const FIELDS = [
        'chart' => TimelineChart::class,
    ];

    /** @param TimelineChart $chart The chart. */
    public function __construct(
        public TimelineChart $chart,
    ) {
        parent::__construct(self::KIND);
    }
}
