<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Whether an operation can be done. On the wire tagged by `kind`. */
abstract readonly class Support extends Record
{
    public const KINDS = [
        'supported' => SupportSupported::class,
        'not-supported' => SupportNotSupported::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
