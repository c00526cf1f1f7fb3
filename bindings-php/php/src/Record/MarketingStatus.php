<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * Whether a person may be sent marketing mail, as the source states it.
 *
 * Ordered from the loosest to the strictest: a later variant makes a person less mailable. Only `Subscribed` may be
 * mailed.
 */
enum MarketingStatus: string
{
    /** Opted in. */
    case Subscribed = 'subscribed';
    /** Asked to opt in and has not answered. */
    case Unconfirmed = 'unconfirmed';
    /** The source says nothing, or nothing that is understood. */
    case Unknown = 'unknown';
    /**
     * The source runs nothing for this person: no mail and no automation (ActiveCampaign and ConvertKit do this to
     * people who unsubscribed).
     */
    case Inactive = 'inactive';
    /** Opted out. */
    case Unsubscribed = 'unsubscribed';
    /** Mail came back for good. */
    case Bounced = 'bounced';
    /** Reported mail as spam. */
    case Complained = 'complained';
}
