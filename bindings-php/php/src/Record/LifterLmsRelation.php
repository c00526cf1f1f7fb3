<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** How many of several products somebody has to be enrolled in. */
enum LifterLmsRelation: string
{
    /** One; of none, nobody is. */
    case Any = 'any';
    /** Every one; of none, every student is. */
    case All = 'all';
}
