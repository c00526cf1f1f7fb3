<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A unit of time. */
enum Unit: string
{
    /** 60 seconds. */
    case Minutes = 'minutes';
    /** 60 minutes. */
    case Hours = 'hours';
    /** 24 hours, or one calendar day, by the mode. */
    case Days = 'days';
    /** Seven days. */
    case Weeks = 'weeks';
    /** Calendar months; the last day of a shorter month stands for a day it does not have. */
    case Months = 'months';
    /** Twelve months. */
    case Years = 'years';
}
