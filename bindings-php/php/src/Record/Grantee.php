<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Who has to hold a `GivenTag`. On the wire tagged by `kind`. */
abstract readonly class Grantee extends Record
{
    public const KINDS = [
        'member' => GranteeMember::class,
        'capability' => GranteeCapability::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
