<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Replacement` of the kind `offering-email`.
 *
 * The email that an offering sends on enrollment.
 */
final readonly class ReplacementOfferingEmail extends Replacement
{
    public const KIND = 'offering-email';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering Its offering. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
