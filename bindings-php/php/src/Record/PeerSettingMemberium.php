<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PeerSetting` of the kind `memberium`.
 *
 * The levels that Memberium asks for.
 */
final readonly class PeerSettingMemberium extends PeerSetting
{
    public const KIND = 'memberium';

    public const FIELDS = [
        'audience' => MemberiumAudience::class,
        'siteBan' => null,
    ];

    /**
     * @param MemberiumAudience $audience Who gets in.
     * @param string|null $siteBan The tag that shuts out of the whole site.
     */
    public function __construct(
        public MemberiumAudience $audience,
        public ?string $siteBan = null,
    ) {
        parent::__construct(self::KIND);
    }
}
