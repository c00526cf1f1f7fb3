<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * A span from an instant (included) until a later one (not included), so that spans one after the other miss nothing and repeat
 * nothing.
 */
final readonly class Horizon extends Record
{
    public const FIELDS = [
        'from' => 'instant',
        'until' => 'instant',
    ];

    /**
     * @param \DateTimeImmutable $from
     * @param \DateTimeImmutable $until
     */
    public function __construct(
        public \DateTimeImmutable $from,
        public \DateTimeImmutable $until,
    ) {
    }
}
