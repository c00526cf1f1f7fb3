<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Why an automation does not run. */
enum NotRun: string
{
    /** It is paused. */
    case Paused = 'paused';
    /** The CRM runs nothing for people who are unsubscribed or inactive. */
    case Unsubscribed = 'unsubscribed';
    /** The contact is in it already. */
    case AlreadyIn = 'already-in';
}
