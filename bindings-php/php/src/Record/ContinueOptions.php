<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ContinueOptions extends Record
{
    public const FIELDS = [
        'now' => 'instant',
        'sourceClock' => DripProfile::class,
    ];

    /**
     * @param \DateTimeImmutable $now The instant of the move.
     * @param DripProfile|null $sourceClock The system whose clock opens modules at the source; where absent, tags alone do.
     */
    public function __construct(
        public \DateTimeImmutable $now,
        public ?DripProfile $sourceClock = null,
    ) {
    }
}
