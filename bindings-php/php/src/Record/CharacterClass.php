<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A class of characters that a password may be required to hold. */
enum CharacterClass: string
{
    /** A lower-case letter of any script. */
    case LowerCase = 'lower-case';
    /** An upper-case letter of any script. */
    case UpperCase = 'upper-case';
    /** A digit of any script. */
    case Digit = 'digit';
    /** Anything that is neither letter nor number, spaces included. */
    case Symbol = 'symbol';
}
