<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `MemberPressCondition` of the kind `capability`.
 *
 * A capability. No rule of ours asks for one: the import asks for a tag instead.
 */
final readonly class MemberPressConditionCapability extends MemberPressCondition
{
    public const KIND = 'capability';

    public const FIELDS = [
        'capability' => null,
    ];

    /** @param string $capability As WordPress names it. */
    public function __construct(
        public string $capability,
    ) {
        parent::__construct(self::KIND);
    }
}
