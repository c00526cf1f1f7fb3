<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** The next charge of a subscription as it is. */
final readonly class NextCharge extends Record
{
    public const FIELDS = [
        'at' => 'instant',
        'by' => NextChargeBy::class,
    ];

    /**
     * @param \DateTimeImmutable $at When.
     * @param NextChargeBy $by How that is known.
     */
    public function __construct(
        public \DateTimeImmutable $at,
        public NextChargeBy $by,
    ) {
    }
}
