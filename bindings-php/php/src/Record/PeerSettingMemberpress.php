<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PeerSetting` of the kind `memberpress`.
 *
 * The rules of MemberPress that match a content.
 */
final readonly class PeerSettingMemberpress extends PeerSetting
{
    public const KIND = 'memberpress';

    public const FIELDS = [
        'rules' => ['list', MemberPressRule::class],
    ];

    /** @param list<MemberPressRule> $rules The rules, in any order. */
    public function __construct(
        public array $rules = [],
    ) {
        parent::__construct(self::KIND);
    }
}
