<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** When a module opens. On the wire tagged by `kind`. */
abstract readonly class ReleaseRule extends Record
{
    public const KINDS = [
        'at-once' => ReleaseRuleAtOnce::class,
        'manual' => ReleaseRuleManual::class,
        'timer' => ReleaseRuleTimer::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
