<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

abstract readonly class Shown extends Record
{
    public const KINDS = [
        'done' => ShownDone::class,
        'stands' => ShownStands::class,
        'batches' => ShownBatches::class,
        'planned' => ShownPlanned::class,
        'reconciled' => ShownReconciled::class,
        'passwords' => ShownPasswords::class,
        'progress' => ShownProgress::class,
        'target' => ShownTarget::class,
        'failed' => ShownFailed::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
