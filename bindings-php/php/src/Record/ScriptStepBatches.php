<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `batches`.
 *
 * So many batches are carried out and recorded, or all that are left.
 */
final readonly class ScriptStepBatches extends ScriptStep
{
    public const KIND = 'batches';

    public const FIELDS = [
        'count' => null,
        'failures' => ['list', NamedFailure::class],
    ];

    /**
     * @param int|null $count
     * @param list<NamedFailure> $failures
     */
    public function __construct(
        public ?int $count = null,
        public array $failures = [],
    ) {
        parent::__construct(self::KIND);
    }
}
