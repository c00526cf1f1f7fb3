<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What a form is used for. */
enum FormUse: string
{
    /** Orders, and nothing else. */
    case OrdersOnly = 'orders-only';
    /** It also gathers people who buy nothing. */
    case OtherLeadsToo = 'other-leads-too';
}
