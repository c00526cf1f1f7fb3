<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `MemberPressWindow` of the kind `release`.
 *
 * A drip or an expiry counted from each member's own start: a module whose release rule counts as MemberPress does.
 */
final readonly class MemberPressWindowRelease extends MemberPressWindow
{
    public const KIND = 'release';

    public const FIELDS = [
        'offering' => null,
        'module' => null,
    ];

    /**
     * @param string $offering The offering of the module.
     * @param string $module The module that opens by the drip, and closes by the expiry.
     */
    public function __construct(
        public string $offering,
        public string $module,
    ) {
        parent::__construct(self::KIND);
    }
}
