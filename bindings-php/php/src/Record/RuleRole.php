<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `role`.
 *
 * Holds for a member with the role, spelt exactly so.
 */
final readonly class RuleRole extends Rule
{
    public const KIND = 'role';

    public const FIELDS = [
        'role' => null,
    ];

    /** @param string $role The role, as the target names it. */
    public function __construct(
        public string $role,
    ) {
        parent::__construct(self::KIND);
    }
}
