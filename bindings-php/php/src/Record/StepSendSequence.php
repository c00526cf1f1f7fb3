<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `send-sequence`.
 *
 * Sends emails that belong together.
 */
final readonly class StepSendSequence extends Step
{
    public const KIND = 'send-sequence';

    public const FIELDS = [
        'sequence' => Sequence::class,
    ];

    /** @param Sequence $sequence The emails. */
    public function __construct(
        public Sequence $sequence,
    ) {
        parent::__construct(self::KIND);
    }
}
