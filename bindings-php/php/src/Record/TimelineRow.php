<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One row of a timeline. */
final readonly class TimelineRow extends Record
{
    public const FIELDS = [
        'label' => null,
        'events' => ['list', ReportEvent::class],
    ];

    /**
     * @param string $label What it is of.
     * @param list<ReportEvent> $events Its events, in the order of the row.
     */
    public function __construct(
        public string $label,
        public array $events,
    ) {
    }
}
