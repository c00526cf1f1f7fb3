<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What one column is for. */
abstract readonly class ColumnUse extends Record
{
    public const KINDS = [
        'field' => ColumnUseField::class,
        'custom' => ColumnUseCustom::class,
        'sensitive' => ColumnUseSensitive::class,
        'ignored' => ColumnUseIgnored::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
