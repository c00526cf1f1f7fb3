<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What was answered to one item. */
enum Answer: string
{
    /** It is so. */
    case Yes = 'yes';
    /** It is not. */
    case No = 'no';
    /** The question does not concern this site. */
    case NotApplicable = 'not-applicable';
}
