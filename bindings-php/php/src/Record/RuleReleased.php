<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `released`.
 *
 * Holds for a member to whom the module has been released.
 */
final readonly class RuleReleased extends Rule
{
    public const KIND = 'released';

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
