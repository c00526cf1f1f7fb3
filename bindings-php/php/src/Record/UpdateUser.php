<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Fields of a user change. Roles, login name, address and password stay. */
final readonly class UpdateUser extends Record
{
    public const FIELDS = [
        'before' => UserProfile::class,
        'after' => UserProfile::class,
    ];

    /**
     * @param UserProfile $before The fields that change, as they are; absent where there is no value yet.
     * @param UserProfile $after The same fields as they shall be.
     */
    public function __construct(
        public UserProfile $before,
        public UserProfile $after,
    ) {
    }
}
