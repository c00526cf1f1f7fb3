<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `MemberPressCondition` of the kind `membership`.
 *
 * An active membership.
 */
final readonly class MemberPressConditionMembership extends MemberPressCondition
{
    public const KIND = 'membership';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering As the offering it becomes. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
