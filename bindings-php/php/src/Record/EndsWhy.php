<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Why a subscription never charges again, whoever does what. */
enum EndsWhy: string
{
    /** All of its payments were made. */
    case AllPaymentsMade = 'all-payments-made';
    /** The payments that are left fall due before it could be handed over. */
    case LastPaymentsDue = 'last-payments-due';
    /** It was paid once, and is not charged again. */
    case PaidOnce = 'paid-once';
    /** Somebody cancelled it. */
    case Cancelled = 'cancelled';
    /** Its time ran out. */
    case Expired = 'expired';
    /** Its payments failed until the processor gave up. */
    case GivenUp = 'given-up';
    /** Its first payment was never made. */
    case NeverBegun = 'never-begun';
}
