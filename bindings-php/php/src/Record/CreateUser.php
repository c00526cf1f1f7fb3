<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A user is created. */
final readonly class CreateUser extends Record
{
    public const FIELDS = [
        'email' => null,
        'username' => null,
        'role' => null,
        'profile' => UserProfile::class,
    ];

    /**
     * @param string $email The address as written.
     * @param string $username The login name, free on the target and given to nobody else by this plan.
     * @param string $role The only role.
     * @param UserProfile $profile What is known of the person.
     */
    public function __construct(
        public string $email,
        public string $username,
        public string $role,
        public UserProfile $profile,
    ) {
    }
}
