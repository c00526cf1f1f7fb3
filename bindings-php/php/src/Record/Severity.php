<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** How much an issue matters. */
enum Severity: string
{
    /** Worth knowing; nothing needs doing. */
    case Info = 'info';
    /** Something was guessed, shortened or overruled; look at it before going on. */
    case Warning = 'warning';
    /** The row, or the whole input, cannot be used as it is. */
    case Error = 'error';
}
