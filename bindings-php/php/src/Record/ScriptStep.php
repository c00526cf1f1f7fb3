<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

abstract readonly class ScriptStep extends Record
{
    public const KINDS = [
        'approve' => ScriptStepApprove::class,
        'start' => ScriptStepStart::class,
        'batches' => ScriptStepBatches::class,
        'lose' => ScriptStepLose::class,
        'report' => ScriptStepReport::class,
        'damage' => ScriptStepDamage::class,
        'resume' => ScriptStepResume::class,
        'abort' => ScriptStepAbort::class,
        'edit' => ScriptStepEdit::class,
        'plan' => ScriptStepPlan::class,
        'reconcile' => ScriptStepReconcile::class,
        'rollback' => ScriptStepRollback::class,
        'passwords' => ScriptStepPasswords::class,
        'progress' => ScriptStepProgress::class,
        'target' => ScriptStepTarget::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
