<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Fields of a user are put back as they were before a run. Roles, login name, address and password stay. */
final readonly class RestoreUser extends Record
{
    public const FIELDS = [
        'before' => UserProfile::class,
        'after' => UserProfile::class,
    ];

    /**
     * @param UserProfile $before The fields that are put back, as the run wrote them.
     * @param UserProfile $after The same fields as they were before the run; what is absent had no value, and has none again.
     */
    public function __construct(
        public UserProfile $before,
        public UserProfile $after,
    ) {
    }
}
