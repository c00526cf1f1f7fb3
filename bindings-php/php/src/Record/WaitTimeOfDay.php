<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Wait` of the kind `time-of-day`.
 *
 * Until the clock shows a time; who arrives on it goes on at once.
 */
final readonly class WaitTimeOfDay extends Wait
{
    public const KIND = 'time-of-day';

    public const FIELDS = [
        'at' => null,
    ];

    /** @param string $at Which, in the account's zone. */
    public function __construct(
        public string $at,
    ) {
        parent::__construct(self::KIND);
    }
}
