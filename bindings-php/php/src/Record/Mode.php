<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** How days and longer units are counted. Minutes and hours are the same length in both. */
enum Mode: string
{
    /** A day is 24 hours, whatever the clocks do. */
    case Elapsed = 'elapsed';
    /** The same wall-clock time so many days, weeks, months or years later, in the zone. */
    case Calendar = 'calendar';
}
