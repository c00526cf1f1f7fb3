<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Where a password that is kept comes from. On the wire tagged by `kind`. */
abstract readonly class PasswordSource extends Record
{
    public const KINDS = [
        'hash' => PasswordSourceHash::class,
        'field' => PasswordSourceField::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
