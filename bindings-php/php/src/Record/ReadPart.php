<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A part of the answer. */
enum ReadPart: string
{
    case Contacts = 'contacts';
    case Orders = 'orders';
    case Subscriptions = 'subscriptions';
    case Issues = 'issues';
    case Detection = 'detection';
    case Mapping = 'mapping';
    case Stats = 'stats';
    case SetAsideCsv = 'set-aside-csv';
}
