<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A user is enrolled in an offering, or more of its modules are opened; nothing is closed. */
final readonly class Enroll extends Record
{
    public const FIELDS = [
        'offering' => null,
        'after' => TargetEnrollment::class,
        'before' => TargetEnrollment::class,
    ];

    /**
     * @param string $offering The offering.
     * @param TargetEnrollment $after As it shall be.
     * @param TargetEnrollment|null $before The enrollment as it is, if there is one.
     */
    public function __construct(
        public string $offering,
        public TargetEnrollment $after,
        public ?TargetEnrollment $before = null,
    ) {
    }
}
