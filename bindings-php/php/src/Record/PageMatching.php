<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** How the pages of two sites are put together. A page that finds none is compared as closed on the other side. */
enum PageMatching: string
{
    /** Those with the same id. */
    case ById = 'by-id';
    /** Those with the same URL, as written, the first of each; then, of the rest, those with the same id. */
    case ByUrl = 'by-url';
}
