<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class Billing extends Record
{
    public const FIELDS = [
        'sources' => ['list', BillingSource::class],
        'options' => BillingOptions::class,
    ];

    /**
     * @param list<BillingSource> $sources What each system exported.
     * @param BillingOptions $options
     */
    public function __construct(
        public array $sources,
        public BillingOptions $options,
    ) {
    }
}
