<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Who opens modules over time. */
enum DripBy: string
{
    /** The site, by its release timers. */
    case Site = 'site';
    /** The automation, by delays and tags. */
    case Crm = 'crm';
}
