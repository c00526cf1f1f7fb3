<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Snap` of the kind `day-of-month`.
 *
 * A day of the month; the last day of a shorter month stands for one that it does not have.
 */
final readonly class SnapDayOfMonth extends Snap
{
    public const KIND = 'day-of-month';

    public const FIELDS = [
        'day' => null,
    ];

    /** @param int $day Which. */
    public function __construct(
        public int $day,
    ) {
        parent::__construct(self::KIND);
    }
}
