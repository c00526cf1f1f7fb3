<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class OperationSupport extends Record
{
    public const FIELDS = [
        'support' => Support::class,
        'triggers' => ['list', OperationTrigger::class],
    ];

    /**
     * @param Support $support
     * @param list<OperationTrigger> $triggers In the order form, member button, webhook, bulk action.
     */
    public function __construct(
        public Support $support,
        public array $triggers,
    ) {
    }
}
