<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class EnrollmentRow extends Record
{
    public const FIELDS = [
        'contact' => null,
        'offering' => null,
        'by' => EnrolledBy::class,
        'enrolledAt' => EnrolledAt::class,
        'released' => ['map', 'instant'],
    ];

    /**
     * @param int $contact
     * @param string $offering
     * @param EnrolledBy $by
     * @param EnrolledAt $enrolledAt
     * @param array<string, \DateTimeImmutable|null> $released
     */
    public function __construct(
        public int $contact,
        public string $offering,
        public EnrolledBy $by,
        public EnrolledAt $enrolledAt,
        public array $released,
    ) {
    }
}
