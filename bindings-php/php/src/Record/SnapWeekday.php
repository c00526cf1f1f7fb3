<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Snap` of the kind `weekday`.
 *
 * Some days of the week.
 */
final readonly class SnapWeekday extends Snap
{
    public const KIND = 'weekday';

    public const FIELDS = [
        'days' => ['list', Weekday::class],
    ];

    /** @param list<Weekday> $days Which. */
    public function __construct(
        public array $days,
    ) {
        parent::__construct(self::KIND);
    }
}
