<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What the target must hold once the plan was carried out. */
final readonly class Expected extends Record
{
    public const FIELDS = [
        'usersBefore' => null,
        'usersAfter' => null,
        'tagsAdded' => null,
        'enrollments' => null,
        'untouchedDigest' => null,
        'updatedDigest' => null,
    ];

    /**
     * @param int $usersBefore Users before.
     * @param int $usersAfter Users afterwards.
     * @param int $tagsAdded Tags added: the sum over all users.
     * @param int $enrollments Enrollments made, added to or put back.
     * @param string $untouchedDigest SHA-256 over the canonical lines, ordered by key, of the users that the plan does not touch. They stay as they are.
     * @param string $updatedDigest SHA-256 over the canonical lines, ordered by key, that users whom the plan updates must have afterwards.
     */
    public function __construct(
        public int $usersBefore,
        public int $usersAfter,
        public int $tagsAdded,
        public int $enrollments,
        public string $untouchedDigest,
        public string $updatedDigest,
    ) {
    }
}
