<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A reason of the verdict. On the wire tagged by `kind`. */
abstract readonly class VerdictReason extends Record
{
    public const KINDS = [
        'speaks-for-the-crm' => VerdictReasonSpeaksForTheCrm::class,
        'wrong' => VerdictReasonWrong::class,
        'open' => VerdictReasonOpen::class,
        'old' => VerdictReasonOld::class,
        'all-confirmed' => VerdictReasonAllConfirmed::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
