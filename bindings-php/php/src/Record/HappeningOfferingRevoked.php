<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `offering-revoked`.
 *
 * The site takes an offering away.
 */
final readonly class HappeningOfferingRevoked extends Happening
{
    public const KIND = 'offering-revoked';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering Which. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
