<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ScheduleAnswer extends Record
{
    public const FIELDS = [
        'releases' => ['list', Release::class],
    ];

    /** @param list<Release> $releases Every module, in the offering's order. */
    public function __construct(
        public array $releases,
    ) {
    }
}
