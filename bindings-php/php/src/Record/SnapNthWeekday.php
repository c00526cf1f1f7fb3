<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Snap` of the kind `nth-weekday`.
 *
 * The nth of a day of the week in its month. A month that has no fifth is passed over.
 */
final readonly class SnapNthWeekday extends Snap
{
    public const KIND = 'nth-weekday';

    public const FIELDS = [
        'nth' => null,
        'weekday' => Weekday::class,
    ];

    /**
     * @param int $nth Which of them.
     * @param Weekday $weekday The day of the week.
     */
    public function __construct(
        public int $nth,
        public Weekday $weekday,
    ) {
        parent::__construct(self::KIND);
    }
}
