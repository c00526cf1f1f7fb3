<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `MemberPressCondition` of the kind `role`.
 *
 * A role.
 */
final readonly class MemberPressConditionRole extends MemberPressCondition
{
    public const KIND = 'role';

    public const FIELDS = [
        'role' => null,
    ];

    /** @param string $role As WordPress names it. */
    public function __construct(
        public string $role,
    ) {
        parent::__construct(self::KIND);
    }
}
