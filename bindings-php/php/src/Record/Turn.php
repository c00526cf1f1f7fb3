<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What the clock does to a page or a module. */
enum Turn: string
{
    /** It lets in. */
    case Opens = 'opens';
    /** It shuts out. */
    case Closes = 'closes';
}
