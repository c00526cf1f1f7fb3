<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Something of the contact that an email shows. On the wire tagged by `kind`. */
abstract readonly class Personalisation extends Record
{
    public const KINDS = [
        'login-link' => PersonalisationLoginLink::class,
        'email-address' => PersonalisationEmailAddress::class,
        'field' => PersonalisationField::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
