<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What happens to a journal. Lines count from 1, bytes from 0. */
abstract readonly class Damage extends Record
{
    public const KINDS = [
        'truncate' => DamageTruncate::class,
        'flip' => DamageFlip::class,
        'lose' => DamageLose::class,
        'format' => DamageFormat::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
