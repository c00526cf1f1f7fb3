<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A span from an instant (included) until a later one (not included), or without end. */
final readonly class BillingSpan extends Record
{
    public const FIELDS = [
        'from' => 'instant',
        'until' => 'instant',
    ];

    /**
     * @param \DateTimeImmutable $from Its first instant.
     * @param \DateTimeImmutable|null $until The first instant after it; absent where it does not end.
     */
    public function __construct(
        public \DateTimeImmutable $from,
        public ?\DateTimeImmutable $until = null,
    ) {
    }
}
