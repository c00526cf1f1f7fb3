<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What can be asked of a contact. On the wire tagged by `kind`. */
abstract readonly class ContactCondition extends Record
{
    public const KINDS = [
        'has-tag' => ContactConditionHasTag::class,
        'lacks-tag' => ContactConditionLacksTag::class,
        'field-is' => ContactConditionFieldIs::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
