<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Where a contact is in an automation. On the wire tagged by `kind`. */
abstract readonly class Whereabouts extends Record
{
    public const KINDS = [
        'outside' => WhereaboutsOutside::class,
        'waiting' => WhereaboutsWaiting::class,
        'finished' => WhereaboutsFinished::class,
        'stopped' => WhereaboutsStopped::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
