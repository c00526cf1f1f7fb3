<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * Which days something may fall on: it moves on to the first such day that is not before the one reached, so a day that
 * fits stays. On the wire tagged by `kind`.
 */
abstract readonly class Snap extends Record
{
    public const KINDS = [
        'weekday' => SnapWeekday::class,
        'nth-weekday' => SnapNthWeekday::class,
        'day-of-month' => SnapDayOfMonth::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
