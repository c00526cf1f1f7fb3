<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** When the site sends an email. On the wire tagged by `kind`. */
abstract readonly class EmailMoment extends Record
{
    public const KINDS = [
        'enrollment' => EmailMomentEnrollment::class,
        'release' => EmailMomentRelease::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
