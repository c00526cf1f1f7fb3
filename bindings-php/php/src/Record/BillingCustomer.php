<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One customer, by everything that ties their records. Both lists are sorted. */
final readonly class BillingCustomer extends Record
{
    public const FIELDS = [
        'emails' => ['list', null],
        'ids' => ['list', CustomerId::class],
    ];

    /**
     * @param list<string> $emails Their addresses, as they are compared.
     * @param list<CustomerId> $ids Their ids in the systems.
     */
    public function __construct(
        public array $emails = [],
        public array $ids = [],
    ) {
    }
}
