<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `EmailMoment` of the kind `release`.
 *
 * When a module opens.
 */
final readonly class EmailMomentRelease extends EmailMoment
{
    public const KIND = 'release';

    public const FIELDS = [
        'module' => null,
    ];

    /** @param string $module Which. */
    public function __construct(
        public string $module,
    ) {
        parent::__construct(self::KIND);
    }
}
