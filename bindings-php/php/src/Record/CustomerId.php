<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A customer's id in one system. */
final readonly class CustomerId extends Record
{
    public const FIELDS = [
        'system' => BillingSystem::class,
        'id' => null,
    ];

    /**
     * @param BillingSystem $system The system.
     * @param string $id The id there.
     */
    public function __construct(
        public BillingSystem $system,
        public string $id,
    ) {
    }
}
