<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `paused`.
 *
 * The member's clock stands still, and no end is in sight.
 */
final readonly class WhyPaused extends Why
{
    public const KIND = 'paused';

    public const FIELDS = [
        'since' => 'instant',
    ];

    /** @param \DateTimeImmutable $since Since when. */
    public function __construct(
        public \DateTimeImmutable $since,
    ) {
        parent::__construct(self::KIND);
    }
}
