<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class InventoryAnswer extends Record
{
    public const FIELDS = [
        'webhooks' => ['list', WebhookFate::class],
    ];

    /** @param list<WebhookFate> $webhooks In document order. */
    public function __construct(
        public array $webhooks,
    ) {
    }
}
