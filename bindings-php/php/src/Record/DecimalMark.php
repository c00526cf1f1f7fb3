<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Which character parts the decimals of an amount. */
enum DecimalMark: string
{
    /** `1.234,56`. */
    case Comma = 'comma';
    /** `1,234.56`. */
    case Point = 'point';
}
