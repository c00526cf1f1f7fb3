<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class CodesAnswer extends Record
{
    public const FIELDS = [
        'codes' => ['list', DescribedCode::class],
    ];

    /** @param list<DescribedCode> $codes In the order of the registry. */
    public function __construct(
        public array $codes,
    ) {
    }
}
