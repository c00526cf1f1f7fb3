<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether whoever fills a form in has to confirm by mail. */
enum OptIn: string
{
    /** They need not. */
    case Single = 'single';
    /** They have to. */
    case Double = 'double';
}
