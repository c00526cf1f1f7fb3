<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Who adds or removes something. */
enum Actor: string
{
    /** Something outside the automation. */
    case Outside = 'outside';
    /** The automation. */
    case Automation = 'automation';
    /** The site. */
    case Site = 'site';
}
