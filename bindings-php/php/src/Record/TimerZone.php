<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whose calendar a timer runs in. */
enum TimerZone: string
{
    /** The site's zone. */
    case Site = 'site';
    /** The member's own zone; the site's where the member has none. */
    case Member = 'member';
}
