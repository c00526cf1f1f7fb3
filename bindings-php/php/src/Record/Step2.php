<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

abstract readonly class Step2 extends Record
{
    public const KINDS = [
        'approve' => Step2Approve::class,
        'start' => Step2Start::class,
        'batches' => Step2Batches::class,
        'lose' => Step2Lose::class,
        'report' => Step2Report::class,
        'damage' => Step2Damage::class,
        'resume' => Step2Resume::class,
        'abort' => Step2Abort::class,
        'edit' => Step2Edit::class,
        'plan' => Step2Plan::class,
        'reconcile' => Step2Reconcile::class,
        'rollback' => Step2Rollback::class,
        'passwords' => Step2Passwords::class,
        'progress' => Step2Progress::class,
        'target' => Step2Target::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
