<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What there is to do. On the wire tagged by `kind`. */
abstract readonly class BillingStep extends Record
{
    public const KINDS = [
        'invite' => BillingStepInvite::class,
        'stop' => BillingStepStop::class,
        'start' => BillingStepStart::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
