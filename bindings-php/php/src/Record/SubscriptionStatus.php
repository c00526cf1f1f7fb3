<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Where a subscription stands. */
enum SubscriptionStatus: string
{
    /** In its trial; the first full payment is to come. */
    case Trialing = 'trialing';
    /** Running and paid. */
    case Active = 'active';
    /** Running, and a payment is late. */
    case PastDue = 'past-due';
    /** Halted; nothing is charged until it goes on. */
    case Paused = 'paused';
    /** Cancelled, and paid until its period ends. */
    case PendingCancel = 'pending-cancel';
    /** Cancelled and over. */
    case Cancelled = 'cancelled';
    /** Over, because all of its payments were made or its time ran out. */
    case Expired = 'expired';
    /** Never begun: the first payment is to come or did not go through. */
    case Incomplete = 'incomplete';
    /** Given up on: payments failed until the processor stopped trying. */
    case Unpaid = 'unpaid';
    /** The source says nothing, or nothing that is understood. */
    case Unknown = 'unknown';
}
