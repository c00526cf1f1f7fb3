<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What an item is about. */
enum ChecklistArea: string
{
    /** Whether the move suits the business: the quiz. */
    case Fit = 'fit';
    /** What to fall back on. */
    case Recovery = 'recovery';
    /** The copy to try on. */
    case Staging = 'staging';
    /** What the site needs once there is no CRM. */
    case Setup = 'setup';
    /** What was noted, to be compared afterwards. */
    case Records = 'records';
}
