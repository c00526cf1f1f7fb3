<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `release-offering`.
 *
 * Enrolls: makes the member account and its password where there is none, gives access, and starts the offering's release timers.
 */
final readonly class CustomOperationReleaseOffering extends CustomOperation
{
    public const KIND = 'release-offering';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering What is released. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
