<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `enrolled`.
 *
 * Holds for a member enrolled in the offering.
 */
final readonly class RuleEnrolled extends Rule
{
    public const KIND = 'enrolled';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering The offering. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
