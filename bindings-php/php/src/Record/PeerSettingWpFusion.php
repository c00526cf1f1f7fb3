<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PeerSetting` of the kind `wp-fusion`.
 *
 * WP Fusion's lock of a post.
 */
final readonly class PeerSettingWpFusion extends PeerSetting
{
    public const KIND = 'wp-fusion';

    public const FIELDS = [
        'denyIfAny' => ['list', null],
        'lock' => null,
        'requireAll' => ['list', null],
        'requireAny' => ['list', null],
    ];

    /**
     * @param list<string> $denyIfAny None of these may be held (`allow_tags_not`).
     * @param bool $lock Whether the post is locked (`lock_content`). Where not, the lists of tags it asks for are not looked at.
     * @param list<string> $requireAll All of these have to be held (`allow_tags_all`).
     * @param list<string> $requireAny One of these has to be held (`allow_tags`).
     */
    public function __construct(
        public array $denyIfAny = [],
        public bool $lock = false,
        public array $requireAll = [],
        public array $requireAny = [],
    ) {
        parent::__construct(self::KIND);
    }
}
