<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Where an order stands. */
enum OrderStatus: string
{
    /** Not paid yet. */
    case Pending = 'pending';
    /** Paid. */
    case Paid = 'paid';
    /** Paid, and some of it given back. */
    case PartiallyRefunded = 'partially-refunded';
    /** Paid, and all of it given back; also of a refund that went through. */
    case Refunded = 'refunded';
    /** The payment did not go through. */
    case Failed = 'failed';
    /** Called off before it was paid. */
    case Cancelled = 'cancelled';
    /** The payment is disputed with the buyer's bank, or was taken back by it. */
    case Disputed = 'disputed';
    /** The source says nothing, or nothing that is understood. */
    case Unknown = 'unknown';
}
