<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ScriptAnswer extends Record
{
    public const FIELDS = [
        'steps' => ['list', Shown::class],
    ];

    /** @param list<Shown> $steps What came of each step, in order. */
    public function __construct(
        public array $steps,
    ) {
    }
}
