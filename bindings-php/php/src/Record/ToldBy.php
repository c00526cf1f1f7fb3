<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Who says how an item stands. */
enum ToldBy: string
{
    /** The site's document, the contacts, the users or the exports. */
    case Computed = 'computed';
    /** A person. */
    case Person = 'person';
    /** Nobody. */
    case Nobody = 'nobody';
}
