<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `wait-until`.
 *
 * Waits for something.
 */
final readonly class StepWaitUntil extends Step
{
    public const KIND = 'wait-until';

    public const FIELDS = [
        'until' => Wait::class,
    ];

    /** @param Wait $until For what. */
    public function __construct(
        public Wait $until,
    ) {
        parent::__construct(self::KIND);
    }
}
