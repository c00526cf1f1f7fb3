<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What a record of an export of orders stands for. */
enum OrderKind: string
{
    /** Somebody bought something, or tried to. */
    case Sale = 'sale';
    /** Money was given back; what for stands in `refund_of`, where the source says so. */
    case Refund = 'refund';
    /** The buyer, or the bank, took the money back. */
    case Dispute = 'dispute';
    /** The source's word for it is not known. */
    case Unknown = 'unknown';
}
