<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `BillingInterval` of the kind `every`.
 *
 * Every so many units.
 */
final readonly class BillingIntervalEvery extends BillingInterval
{
    public const KIND = 'every';

    public const FIELDS = [
        'count' => null,
        'unit' => BillingUnit::class,
    ];

    /**
     * @param int $count How many.
     * @param BillingUnit $unit Of what.
     */
    public function __construct(
        public int $count,
        public BillingUnit $unit,
    ) {
        parent::__construct(self::KIND);
    }
}
