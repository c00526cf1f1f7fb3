<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What becomes of one webhook. */
final readonly class WebhookFate extends Record
{
    public const FIELDS = [
        'webhook' => null,
        'operation' => CustomOperation::class,
        'fate' => AfterMove::class,
        'sentence' => null,
        'daysSinceLastRun' => null,
        'lastRunAt' => 'instant',
        'tag' => null,
    ];

    /**
     * @param string $webhook Which.
     * @param CustomOperation $operation What it did.
     * @param AfterMove $fate What becomes of it.
     * @param string $sentence The same in words.
     * @param int|null $daysSinceLastRun Whole days since then; absent where the log does not have it, or only later.
     * @param \DateTimeImmutable|null $lastRunAt When the log has it for the last time.
     * @param string|null $tag The tag that set it off.
     */
    public function __construct(
        public string $webhook,
        public CustomOperation $operation,
        public AfterMove $fate,
        public string $sentence,
        public ?int $daysSinceLastRun = null,
        public ?\DateTimeImmutable $lastRunAt = null,
        public ?string $tag = null,
    ) {
    }
}
