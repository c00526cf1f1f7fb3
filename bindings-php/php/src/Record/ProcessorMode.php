<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether a processor charges real cards. */
enum ProcessorMode: string
{
    /** It does. */
    case Live = 'live';
    /** It takes test cards alone. */
    case Test = 'test';
}
