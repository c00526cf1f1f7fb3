<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class SpotCheckAnswer extends Record
{
    public const FIELDS = [
        'spotChecks' => ['list', SpotCheck::class],
    ];

    /** @param list<SpotCheck> $spotChecks In the order in which they were drawn. */
    public function __construct(
        public array $spotChecks,
    ) {
    }
}
