<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Where a content is asked for. */
enum PaidMembershipsProContext: string
{
    /** On its page. */
    case Page = 'page';
    /** In a feed, where nothing restricted is shown to anybody. */
    case Feed = 'feed';
}
