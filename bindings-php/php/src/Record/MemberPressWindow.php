<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A time in which a rule grants. On the wire tagged by `kind`. */
abstract readonly class MemberPressWindow extends Record
{
    public const KINDS = [
        'fixed' => MemberPressWindowFixed::class,
        'release' => MemberPressWindowRelease::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
