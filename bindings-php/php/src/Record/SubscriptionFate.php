<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a move makes of a subscription. On the wire tagged by `kind`. */
abstract readonly class SubscriptionFate extends Record
{
    public const KINDS = [
        'continues' => SubscriptionFateContinues::class,
        'must-be-stopped' => SubscriptionFateMustBeStopped::class,
        'ends-by-itself' => SubscriptionFateEndsByItself::class,
        'incompatible' => SubscriptionFateIncompatible::class,
        'unknown' => SubscriptionFateUnknown::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
