<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What kind of system the target is. On the wire tagged by `kind`. */
abstract readonly class TargetProfile extends Record
{
    public const KINDS = [
        'generic' => TargetProfileGeneric::class,
        'wordpress' => TargetProfileWordpress::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
