<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether an offering costs money. */
enum Price: string
{
    /** Bought on an order form. */
    case Paid = 'paid';
    /** Given for an opt-in. */
    case Free = 'free';
}
