<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whose rules guard a page. */
enum Inherit: string
{
    /** Its own. */
    case Own = 'own';
    /** Its parent's and its own: both must let in. */
    case ParentAndOwn = 'parent-and-own';
    /** Its parent's; its own rule is not asked, its own `forbid` still is. */
    case Parent = 'parent';
}
