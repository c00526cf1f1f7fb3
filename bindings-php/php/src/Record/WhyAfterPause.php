<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `after-pause`.
 *
 * It was due within a pause, and opens when that ends.
 */
final readonly class WhyAfterPause extends Why
{
    public const KIND = 'after-pause';

    public const FIELDS = [
        'due' => 'instant',
        'until' => 'instant',
    ];

    /**
     * @param \DateTimeImmutable $due When it was due.
     * @param \DateTimeImmutable $until When the pause ends.
     */
    public function __construct(
        public \DateTimeImmutable $due,
        public \DateTimeImmutable $until,
    ) {
        parent::__construct(self::KIND);
    }
}
