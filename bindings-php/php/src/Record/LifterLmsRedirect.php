<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Where a membership sends those who are shut out. */
enum LifterLmsRedirect: string
{
    /** Nowhere. */
    case None = 'none';
    /** To the membership's own page. */
    case Membership = 'membership';
    /** To a page of the site. */
    case Page = 'page';
    /** To an address. */
    case Custom = 'custom';
}
