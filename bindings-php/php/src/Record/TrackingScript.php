<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether the plugin adds the CRM's tracking script to every page. */
enum TrackingScript: string
{
    /** It does. */
    case On = 'on';
    /** It does not. */
    case Off = 'off';
    /** It does, and somebody added it by hand too. */
    case OnAndByHand = 'on-and-by-hand';
}
