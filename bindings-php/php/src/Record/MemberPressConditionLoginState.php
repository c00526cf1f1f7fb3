<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `MemberPressCondition` of the kind `login-state`.
 *
 * Being logged in or not.
 */
final readonly class MemberPressConditionLoginState extends MemberPressCondition
{
    public const KIND = 'login-state';

    public const FIELDS = [
        'state' => MemberPressLogin::class,
    ];

    /** @param MemberPressLogin $state Which of the two. */
    public function __construct(
        public MemberPressLogin $state,
    ) {
        parent::__construct(self::KIND);
    }
}
