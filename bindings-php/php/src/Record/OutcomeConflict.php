<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Outcome` of the kind `conflict`.
 *
 * The target is not as the operation says it is before: somebody else got there first. Nothing was changed.
 */
final readonly class OutcomeConflict extends Outcome
{
    public const KIND = 'conflict';

    public const FIELDS = [
        'message' => null,
    ];

    /** @param string $message What was found instead. */
    public function __construct(
        public string $message,
    ) {
        parent::__construct(self::KIND);
    }
}
