<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A part of the answer. */
enum BillingPart: string
{
    case Subscriptions = 'subscriptions';
    case Obligations = 'obligations';
    case Actions = 'actions';
    case Unresolved = 'unresolved';
    case Issues = 'issues';
}
