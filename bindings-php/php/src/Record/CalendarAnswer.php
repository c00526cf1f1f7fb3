<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class CalendarAnswer extends Record
{
    public const FIELDS = [
        'calendar' => null,
    ];

    /** @param string $calendar The text of the iCalendar. */
    public function __construct(
        public string $calendar,
    ) {
    }
}
