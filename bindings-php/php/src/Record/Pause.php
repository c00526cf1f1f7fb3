<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A time in which a member's clock stands still: from an instant on, until another or without an end in sight. */
final readonly class Pause extends Record
{
    public const FIELDS = [
        'from' => 'instant',
        'until' => 'instant',
    ];

    /**
     * @param \DateTimeImmutable $from
     * @param \DateTimeImmutable|null $until
     */
    public function __construct(
        public \DateTimeImmutable $from,
        public ?\DateTimeImmutable $until = null,
    ) {
    }
}
