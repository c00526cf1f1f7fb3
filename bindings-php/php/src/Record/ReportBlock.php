<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A part of a section. On the wire tagged by `kind`. */
abstract readonly class ReportBlock extends Record
{
    public const KINDS = [
        'facts' => ReportBlockFacts::class,
        'table' => ReportBlockTable::class,
        'bars' => ReportBlockBars::class,
        'days' => ReportBlockDays::class,
        'timeline' => ReportBlockTimeline::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
