<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** How an item stands. */
enum ChecklistStatus: string
{
    /** It is as it should be. */
    case Done = 'done';
    /** It is not. */
    case Failing = 'failing';
    /** It does not concern this site. */
    case NotApplicable = 'not-applicable';
    /** Nobody has answered. */
    case Open = 'open';
    /** What was answered no longer counts, and nobody has answered again. */
    case Old = 'old';
}
