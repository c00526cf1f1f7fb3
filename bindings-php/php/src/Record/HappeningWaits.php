<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `waits`.
 *
 * The contact waits.
 */
final readonly class HappeningWaits extends Happening
{
    public const KIND = 'waits';

    public const FIELDS = [
        'until' => 'instant',
    ];

    /** @param \DateTimeImmutable|null $until Until when; absent where something has to happen first. */
    public function __construct(
        public ?\DateTimeImmutable $until = null,
    ) {
        parent::__construct(self::KIND);
    }
}
