<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** The name of a line end. */
enum LineEndName: string
{
    /** `\n` */
    case Lf = 'lf';
    /** `\r\n` */
    case Crlf = 'crlf';
    /** `\r` */
    case Cr = 'cr';
}
