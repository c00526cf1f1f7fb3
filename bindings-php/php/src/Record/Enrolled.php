<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class Enrolled extends Record
{
    public const FIELDS = [
        'offering' => Offering::class,
        'enrollment' => Enrollment::class,
    ];

    /**
     * @param Offering $offering
     * @param Enrollment $enrollment
     */
    public function __construct(
        public Offering $offering,
        public Enrollment $enrollment,
    ) {
    }
}
