<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `revoked`.
 *
 * Access was, or by then will have been, taken away.
 */
final readonly class WhyRevoked extends Why
{
    public const KIND = 'revoked';

    public const FIELDS = [
        'at' => 'instant',
    ];

    /** @param \DateTimeImmutable $at When. */
    public function __construct(
        public \DateTimeImmutable $at,
    ) {
        parent::__construct(self::KIND);
    }
}
