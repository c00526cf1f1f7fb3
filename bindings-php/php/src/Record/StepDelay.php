<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `delay`.
 *
 * Lets time pass.
 */
final readonly class StepDelay extends Step
{
    public const KIND = 'delay';

    public const FIELDS = [
        'length' => Offset::class,
    ];

    /** @param Offset $length How much. */
    public function __construct(
        public Offset $length,
    ) {
        parent::__construct(self::KIND);
    }
}
