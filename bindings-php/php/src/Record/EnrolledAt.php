<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Since when a member is enrolled, and what says so. */
final readonly class EnrolledAt extends Record
{
    public const FIELDS = [
        'at' => 'instant',
        'evidence' => EnrolledAtEvidence::class,
    ];

    /**
     * @param \DateTimeImmutable $at The instant.
     * @param EnrolledAtEvidence $evidence What says so.
     */
    public function __construct(
        public \DateTimeImmutable $at,
        public EnrolledAtEvidence $evidence,
    ) {
    }
}
