<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What one member is enrolled in, and what else schedules may count from. */
final readonly class EnrolledMember extends Record
{
    public const FIELDS = [
        'enrollments' => ['list', Enrollment::class],
        'facts' => MemberFacts::class,
    ];

    /**
     * @param list<Enrollment> $enrollments The enrollments, in any order.
     * @param MemberFacts $facts What is known of the member besides.
     */
    public function __construct(
        public array $enrollments,
        public MemberFacts $facts = new MemberFacts(),
    ) {
    }
}
