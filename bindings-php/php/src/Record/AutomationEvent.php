<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Something that happens to a contact. On the wire tagged by `kind`. */
abstract readonly class AutomationEvent extends Record
{
    public const KINDS = [
        'tag-added' => AutomationEventTagAdded::class,
        'purchase' => AutomationEventPurchase::class,
        'form-submitted' => AutomationEventFormSubmitted::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
