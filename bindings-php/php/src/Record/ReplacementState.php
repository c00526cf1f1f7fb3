<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether a replacement is there. */
enum ReplacementState: string
{
    /** It is. */
    case Ready = 'ready';
    /** It has to be made, or to be told to do it. */
    case ToDo = 'to-do';
}
