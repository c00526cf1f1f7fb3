<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Stratum` of the kind `enrolled`.
 *
 * Enrolled in this offering by the plan.
 */
final readonly class StratumEnrolled extends Stratum
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
