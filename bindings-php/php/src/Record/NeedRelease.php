<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Need` of the kind `release`.
 *
 * To have a module released.
 */
final readonly class NeedRelease extends Need
{
    public const KIND = 'release';

    public const FIELDS = [
        'offering' => null,
        'module' => null,
    ];

    /**
     * @param string $offering The offering.
     * @param string $module The module of it.
     */
    public function __construct(
        public string $offering,
        public string $module,
    ) {
        parent::__construct(self::KIND);
    }
}
