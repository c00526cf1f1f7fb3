<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `webhook-run`.
 *
 * The site runs a webhook.
 */
final readonly class HappeningWebhookRun extends Happening
{
    public const KIND = 'webhook-run';

    public const FIELDS = [
        'webhook' => null,
        'operation' => CustomOperationKind::class,
    ];

    /**
     * @param string $webhook Which.
     * @param CustomOperationKind $operation What it does.
     */
    public function __construct(
        public string $webhook,
        public CustomOperationKind $operation,
    ) {
        parent::__construct(self::KIND);
    }
}
