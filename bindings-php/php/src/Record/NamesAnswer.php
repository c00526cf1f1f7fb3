<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class NamesAnswer extends Record
{
    public const FIELDS = [
        'email' => null,
        'username' => null,
        'nicename' => null,
        'usernameKey' => null,
    ];

    /**
     * @param string $email What it stores as address; empty where it stores none.
     * @param string $username What it stores as login name; empty where it refuses it.
     * @param string $nicename What it makes of the login name for the address of the author's page, before it puts `-2` behind one that is taken.
     * @param string $usernameKey What the login name shares with every other that WordPress's database takes for the same.
     */
    public function __construct(
        public string $email,
        public string $username,
        public string $nicename,
        public string $usernameKey,
    ) {
    }
}
