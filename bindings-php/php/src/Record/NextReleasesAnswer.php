<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class NextReleasesAnswer extends Record
{
    public const FIELDS = [
        'releases' => ['list', NextRelease::class],
    ];

    /** @param list<NextRelease> $releases In order of time; at one instant by member, then as the site has them. CalendarAnswer one by one, for each borrows from the site. */
    public function __construct(
        public array $releases,
    ) {
    }
}
