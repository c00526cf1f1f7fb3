<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** The unit of a billing interval. */
enum BillingUnit: string
{
    /** Days. */
    case Day = 'day';
    /** Weeks. */
    case Week = 'week';
    /** Calendar months. */
    case Month = 'month';
    /** Calendar years. */
    case Year = 'year';
}
