<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What was compared, in numbers. */
final readonly class Verified extends Record
{
    public const FIELDS = [
        'usersExpected' => null,
        'usersFound' => null,
        'plannedUsers' => null,
        'plannedUsersFound' => null,
        'untouchedUsers' => null,
        'tagsExpected' => null,
        'tagsFound' => null,
        'enrollmentsExpected' => null,
        'enrollmentsFound' => null,
    ];

    /**
     * @param int $usersExpected Users the target should have.
     * @param int $usersFound Users it has.
     * @param int $plannedUsers Users the plan creates or changes.
     * @param int $plannedUsersFound Those of them who are there.
     * @param int $untouchedUsers Users the plan does not touch.
     * @param int $tagsExpected Tags the plan adds.
     * @param int $tagsFound Those of them that are held.
     * @param int $enrollmentsExpected Enrollments the plan makes or adds to.
     * @param int $enrollmentsFound Those of them that are as planned.
     */
    public function __construct(
        public int $usersExpected,
        public int $usersFound,
        public int $plannedUsers,
        public int $plannedUsersFound,
        public int $untouchedUsers,
        public int $tagsExpected,
        public int $tagsFound,
        public int $enrollmentsExpected,
        public int $enrollmentsFound,
    ) {
    }
}
