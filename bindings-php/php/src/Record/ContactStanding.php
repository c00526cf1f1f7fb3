<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether a contact gets mail. */
enum ContactStanding: string
{
    /** They do. */
    case Subscribed = 'subscribed';
    /** They have unsubscribed. */
    case Unsubscribed = 'unsubscribed';
    /** The CRM keeps them as inactive, as after an unsubscription that was followed by a purchase. */
    case Inactive = 'inactive';
}
