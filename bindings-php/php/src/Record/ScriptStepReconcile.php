<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `reconcile`.
 *
 * The plan at hand is compared with the target.
 */
final readonly class ScriptStepReconcile extends ScriptStep
{
    public const KIND = 'reconcile';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
