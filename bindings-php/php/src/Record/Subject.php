<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Whom or what an operation changes. On the wire tagged by `kind`. */
abstract readonly class Subject extends Record
{
    public const KINDS = [
        'site' => SubjectSite::class,
        'user' => SubjectUser::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
