<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * What became of an operation. On the wire tagged by `kind`.
 *
 * A message is for whoever reads the progress later. It is shortened to `Excerpt::CHARACTERS`; hosts put no password into it.
 */
abstract readonly class Outcome extends Record
{
    public const KINDS = [
        'applied' => OutcomeApplied::class,
        'already' => OutcomeAlready::class,
        'failed' => OutcomeFailed::class,
        'conflict' => OutcomeConflict::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
