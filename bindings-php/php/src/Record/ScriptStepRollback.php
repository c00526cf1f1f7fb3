<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `rollback`.
 *
 * A plan is made that takes the run back.
 */
final readonly class ScriptStepRollback extends ScriptStep
{
    public const KIND = 'rollback';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
