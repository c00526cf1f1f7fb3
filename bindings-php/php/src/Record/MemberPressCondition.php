<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a rule grants by. On the wire tagged by `kind`. */
abstract readonly class MemberPressCondition extends Record
{
    public const KINDS = [
        'membership' => MemberPressConditionMembership::class,
        'member' => MemberPressConditionMember::class,
        'role' => MemberPressConditionRole::class,
        'capability' => MemberPressConditionCapability::class,
        'login-state' => MemberPressConditionLoginState::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
