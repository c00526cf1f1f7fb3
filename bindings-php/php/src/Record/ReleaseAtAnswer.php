<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ReleaseAtAnswer extends Record
{
    public const FIELDS = [
        'opensAt' => 'instant',
    ];

    /** @param \DateTimeImmutable|null $opensAt Absent where the clock never opens it, or what it counts from is not known. */
    public function __construct(
        public ?\DateTimeImmutable $opensAt = null,
    ) {
    }
}
