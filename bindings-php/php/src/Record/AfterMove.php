<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What becomes of a webhook. On the wire tagged by `kind`. */
abstract readonly class AfterMove extends Record
{
    public const KINDS = [
        'replaced-by' => AfterMoveReplacedBy::class,
        'not-needed' => AfterMoveNotNeeded::class,
        'no-equivalent' => AfterMoveNoEquivalent::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
