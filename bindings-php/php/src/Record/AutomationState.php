<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether an automation runs. */
enum AutomationState: string
{
    /** It does. */
    case Live = 'live';
    /** It does not. */
    case Paused = 'paused';
}
