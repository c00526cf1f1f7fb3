<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `SenseiProvider` of the kind `enrollment`.
 *
 * Enrolls those who were enrolled by hand, or bought it.
 */
final readonly class SenseiProviderEnrollment extends SenseiProvider
{
    public const KIND = 'enrollment';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering The course or product, as the offering it becomes. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
