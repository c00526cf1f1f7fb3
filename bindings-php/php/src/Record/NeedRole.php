<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Need` of the kind `role`.
 *
 * To have a role.
 */
final readonly class NeedRole extends Need
{
    public const KIND = 'role';

    public const FIELDS = [
        'role' => null,
    ];

    /** @param string $role The role. */
    public function __construct(
        public string $role,
    ) {
        parent::__construct(self::KIND);
    }
}
