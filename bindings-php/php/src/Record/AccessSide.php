<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A side as it is written. */
final readonly class AccessSide extends Record
{
    public const FIELDS = [
        'allowed' => null,
        'closesAt' => 'instant',
        'opensAt' => 'instant',
        'reason' => AccessReason::class,
    ];

    /**
     * @param bool $allowed
     * @param \DateTimeImmutable|null $closesAt
     * @param \DateTimeImmutable|null $opensAt
     * @param AccessReason|null $reason
     */
    public function __construct(
        public bool $allowed,
        public ?\DateTimeImmutable $closesAt = null,
        public ?\DateTimeImmutable $opensAt = null,
        public ?AccessReason $reason = null,
    ) {
    }
}
