<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Why an email does not go out. */
enum WithheldReason: string
{
    /** Its sequence is a draft. */
    case Draft = 'draft';
    /** The contact is not subscribed. */
    case NotSubscribed = 'not-subscribed';
}
