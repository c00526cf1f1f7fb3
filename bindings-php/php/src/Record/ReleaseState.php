<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** How a module stands for one enrollment at one instant. */
enum ReleaseState: string
{
    /** Open now. */
    case Open = 'open';
    /** Opens by the clock, at a known instant to come. */
    case Scheduled = 'scheduled';
    /** Opens by hand, by its tag or by an automation; never by the clock. */
    case Manual = 'manual';
    /** Waits for something whose time nobody can tell: a module that is not open, an event, the end of a pause. */
    case Blocked = 'blocked';
    /** Access has ended, or will have before it would open: by an expiry rule, or because it was taken away. */
    case Closed = 'closed';
}
