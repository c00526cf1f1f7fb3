<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PeerSetting` of the kind `lifterlms-content`.
 *
 * LifterLMS: the memberships that a post is restricted to.
 */
final readonly class PeerSettingLifterLmsContent extends PeerSetting
{
    public const KIND = 'lifterlms-content';

    public const FIELDS = [
        'memberships' => ['list', null],
        'restricted' => null,
        'sitewide' => LifterLmsSitewide::class,
    ];

    /**
     * @param list<string> $memberships Any one of these memberships is enough; of none, the post is not restricted.
     * @param bool $restricted Whether the post is restricted. Where not, its memberships are not looked at.
     * @param LifterLmsSitewide|null $sitewide The membership that the whole site asks for.
     */
    public function __construct(
        public array $memberships = [],
        public bool $restricted = false,
        public ?LifterLmsSitewide $sitewide = null,
    ) {
        parent::__construct(self::KIND);
    }
}
