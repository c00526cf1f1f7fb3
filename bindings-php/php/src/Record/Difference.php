<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One value that is not the planned one. */
final readonly class Difference extends Record
{
    public const FIELDS = [
        'field' => null,
        'issue' => Issue::class,
        'expected' => null,
        'found' => null,
        'subject' => null,
    ];

    /**
     * @param string $field The field, as in `TargetUser`, or `user`, `users`, `untouched`, `updated`.
     * @param Issue $issue The same as an issue, with what to do about it.
     * @param string|null $expected What was planned; absent for nothing, and for a user who was to be deleted.
     * @param string|null $found What is there; absent for nothing.
     * @param string|null $subject The key of the user's address; absent for what concerns all users.
     */
    public function __construct(
        public string $field,
        public Issue $issue,
        public ?string $expected = null,
        public ?string $found = null,
        public ?string $subject = null,
    ) {
    }
}
