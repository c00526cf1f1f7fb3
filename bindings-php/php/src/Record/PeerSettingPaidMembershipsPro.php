<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PeerSetting` of the kind `paid-memberships-pro`.
 *
 * The levels that Paid Memberships Pro asks for.
 */
final readonly class PeerSettingPaidMembershipsPro extends PeerSetting
{
    public const KIND = 'paid-memberships-pro';

    public const FIELDS = [
        'context' => PaidMembershipsProContext::class,
        'levels' => ['list', null],
        'termLevels' => ['list', null],
    ];

    /**
     * @param PaidMembershipsProContext|null $context Where it is asked for.
     * @param list<string> $levels The levels of the post, as the offerings they become.
     * @param list<string> $termLevels The levels of its terms.
     */
    public function __construct(
        public ?PaidMembershipsProContext $context = null,
        public array $levels = [],
        public array $termLevels = [],
    ) {
        parent::__construct(self::KIND);
    }
}
