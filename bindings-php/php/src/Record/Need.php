<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One thing that would help to get in. On the wire tagged by `kind`. */
abstract readonly class Need extends Record
{
    public const KINDS = [
        'login' => NeedLogin::class,
        'tag' => NeedTag::class,
        'without-tag' => NeedWithoutTag::class,
        'enrollment' => NeedEnrollment::class,
        'release' => NeedRelease::class,
        'role' => NeedRole::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
