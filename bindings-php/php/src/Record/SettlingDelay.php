<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** The delay that waits for the password. */
final readonly class SettlingDelay extends Record
{
    public const FIELDS = [
        'step' => Location::class,
        'seconds' => null,
    ];

    /**
     * @param Location $step The step.
     * @param int $seconds How long, in seconds.
     */
    public function __construct(
        public Location $step,
        public int $seconds,
    ) {
    }
}
