<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a contact waits for. On the wire tagged by `kind`. */
abstract readonly class Wait extends Record
{
    public const KINDS = [
        'condition' => WaitCondition::class,
        'instant' => WaitInstant::class,
        'time-of-day' => WaitTimeOfDay::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
