<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `countdown-timer`.
 *
 * Starts or shows a member's own countdown.
 */
final readonly class CustomOperationCountdownTimer extends CustomOperation
{
    public const KIND = 'countdown-timer';

    public const FIELDS = [
        'timer' => null,
    ];

    /** @param string $timer The timer. */
    public function __construct(
        public string $timer,
    ) {
        parent::__construct(self::KIND);
    }
}
