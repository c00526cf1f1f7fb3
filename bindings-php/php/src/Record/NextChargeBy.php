<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** How the date of a next charge is known. */
enum NextChargeBy: string
{
    /** The export has it. */
    case Stated = 'stated';
    /** The trial ends then. */
    case TrialEnd = 'trial-end';
    /** The period that is paid for ends then. */
    case PeriodEnd = 'period-end';
    /** Counted from when it began. */
    case Reckoned = 'reckoned';
}
