<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether orders are written to the CRM's own commerce too. */
enum CommerceSync: string
{
    /** They are not. */
    case Off = 'off';
    /** They are. */
    case On = 'on';
}
