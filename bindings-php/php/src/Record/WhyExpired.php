<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `expired`.
 *
 * Access was, or by then will have been, ended by an expiry rule.
 */
final readonly class WhyExpired extends Why
{
    public const KIND = 'expired';

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
