<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whose tags a site document names. */
enum Tags: string
{
    /** The site's: those of the contacts are what the tag map makes of them. */
    case Mapped = 'mapped';
    /** The source's. */
    case AsTheyAre = 'as-they-are';
}
