<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `go-to`.
 *
 * Goes on elsewhere.
 */
final readonly class StepGoTo extends Step
{
    public const KIND = 'go-to';

    public const FIELDS = [
        'step' => null,
    ];

    /** @param int $step The step's place among the automation's own steps, 0-based; steps within a condition are not counted. */
    public function __construct(
        public int $step,
    ) {
        parent::__construct(self::KIND);
    }
}
