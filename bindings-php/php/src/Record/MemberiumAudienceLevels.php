<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `MemberiumAudience` of the kind `levels`.
 *
 * Whoever has one of the levels; of none, nobody.
 */
final readonly class MemberiumAudienceLevels extends MemberiumAudience
{
    public const KIND = 'levels';

    public const FIELDS = [
        'levels' => ['list', MemberiumLevel::class],
    ];

    /** @param list<MemberiumLevel> $levels The levels. */
    public function __construct(
        public array $levels,
    ) {
        parent::__construct(self::KIND);
    }
}
