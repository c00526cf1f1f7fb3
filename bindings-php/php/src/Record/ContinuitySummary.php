<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What each policy comes to, offering by offering. */
final readonly class ContinuitySummary extends Record
{
    public const FIELDS = [
        'offerings' => ['list', OfferingContinuity::class],
    ];

    /** @param list<OfferingContinuity> $offerings In the order of the site. */
    public function __construct(
        public array $offerings,
    ) {
    }
}
