<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Shown` of the kind `batches`. */
final readonly class ShownBatches extends Shown
{
    public const KIND = 'batches';

    public const FIELDS = [
        'batches' => ['list', ShownBatch::class],
        'status' => RunStatus::class,
    ];

    /**
     * @param list<ShownBatch> $batches
     * @param RunStatus $status
     */
    public function __construct(
        public array $batches,
        public RunStatus $status,
    ) {
        parent::__construct(self::KIND);
    }
}
