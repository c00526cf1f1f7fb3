<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `run-webhook`.
 *
 * Posts to a webhook of the site's.
 */
final readonly class StepRunWebhook extends Step
{
    public const KIND = 'run-webhook';

    public const FIELDS = [
        'webhook' => null,
    ];

    /** @param string $webhook Which. */
    public function __construct(
        public string $webhook,
    ) {
        parent::__construct(self::KIND);
    }
}
