<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What is paid for. On the wire tagged by `kind`. */
abstract readonly class Owed extends Record
{
    public const KINDS = [
        'offering' => OwedOffering::class,
        'product' => OwedProduct::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
