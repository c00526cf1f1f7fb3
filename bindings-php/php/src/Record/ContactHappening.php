<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What can happen to a contact. On the wire tagged by `kind`. */
abstract readonly class ContactHappening extends Record
{
    public const KINDS = [
        'tag-added' => ContactHappeningTagAdded::class,
        'tag-removed' => ContactHappeningTagRemoved::class,
        'purchase' => ContactHappeningPurchase::class,
        'form-submitted' => ContactHappeningFormSubmitted::class,
        'field-set' => ContactHappeningFieldSet::class,
        'standing-changed' => ContactHappeningStandingChanged::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
