<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What does a webhook's work on a site that keeps its contacts itself. On the wire tagged by `kind`. */
abstract readonly class Replacement extends Record
{
    public const KINDS = [
        'form' => ReplacementForm::class,
        'release-timers' => ReplacementReleaseTimers::class,
        'offering-email' => ReplacementOfferingEmail::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
