<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Which holds where a rule has both a relative and a fixed date. */
enum Precedence: string
{
    /** The later of the two; none is known until the relative one is. */
    case Latest = 'latest';
    /** The relative one; the fixed one only while what the other counts from is not known (LearnDash's way). */
    case Relative = 'relative';
    /** The fixed one, always. */
    case Fixed = 'fixed';
}
