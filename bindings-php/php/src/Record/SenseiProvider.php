<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What enrolls people in a course. On the wire tagged by `kind`. */
abstract readonly class SenseiProvider extends Record
{
    public const KINDS = [
        'always' => SenseiProviderAlways::class,
        'never' => SenseiProviderNever::class,
        'enrollment' => SenseiProviderEnrollment::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
