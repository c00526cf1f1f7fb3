<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An operation that failed for good. */
final readonly class RunFailure extends Record
{
    public const FIELDS = [
        'operation' => null,
        'kind' => OperationKind::class,
        'subject' => Subject::class,
        'conflict' => null,
        'message' => null,
    ];

    /**
     * @param string $operation Its id.
     * @param OperationKind $kind What it does.
     * @param Subject $subject To whom or what.
     * @param bool $conflict Whether the target was not as the operation says it is before.
     * @param string $message What the host said, shortened.
     */
    public function __construct(
        public string $operation,
        public OperationKind $kind,
        public Subject $subject,
        public bool $conflict,
        public string $message,
    ) {
    }
}
