<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Wait` of the kind `instant`.
 *
 * Until an instant; who arrives later goes on at once.
 */
final readonly class WaitInstant extends Wait
{
    public const KIND = 'instant';

    public const FIELDS = [
        'at' => 'instant',
    ];

    /** @param \DateTimeImmutable $at Which. */
    public function __construct(
        public \DateTimeImmutable $at,
    ) {
        parent::__construct(self::KIND);
    }
}
