<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Why a module stands as it does. On the wire tagged by `kind`. */
abstract readonly class Why extends Record
{
    public const KINDS = [
        'base' => WhyBase::class,
        'at-once' => WhyAtOnce::class,
        'released' => WhyReleased::class,
        'timer' => WhyTimer::class,
        'after-pause' => WhyAfterPause::class,
        'manual' => WhyManual::class,
        'waits-for-manual' => WhyWaitsForManual::class,
        'opening-unknown' => WhyOpeningUnknown::class,
        'anchor-unknown' => WhyAnchorUnknown::class,
        'paused' => WhyPaused::class,
        'expired' => WhyExpired::class,
        'revoked' => WhyRevoked::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
