<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What is known of a date from outside. */
final readonly class DateOptions extends Record
{
    public const FIELDS = [
        'dayFirst' => null,
        'formats' => ['list', null],
        'zone' => null,
    ];

    /**
     * @param bool|null $dayFirst Whether the day comes first in `3/4/2024`. Left out: such a date is ambiguous.
     * @param list<string> $formats The only forms a date may have, the first that fits counting. Left out: every form that exports are known to use.
     * @param string|null $zone The zone of a date that has none of its own. Left out: such a date is only a wall-clock time.
     */
    public function __construct(
        public ?bool $dayFirst = null,
        public array $formats = [],
        public ?string $zone = null,
    ) {
    }
}
