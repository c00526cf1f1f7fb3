<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Why a column was taken for what it was. */
enum MatchReason: string
{
    /** The source's profile names the column exactly so. */
    case Profile = 'profile';
    /** The source's profile names it so but for case or spacing. */
    case ProfileFolded = 'profile-folded';
    /** It is one of the names the field is known by. */
    case Alias = 'alias';
    /** It shares most of its words with such a name. */
    case Words = 'words';
    /** Its name has a word that means secrets. */
    case SensitiveWord = 'sensitive-word';
    /** Nothing matched: it is kept under its own name. */
    case NoMatch = 'no-match';
    /** The caller chose. */
    case Chosen = 'chosen';
}
