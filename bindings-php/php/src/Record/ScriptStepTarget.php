<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `target`.
 *
 * What the target holds.
 */
final readonly class ScriptStepTarget extends ScriptStep
{
    public const KIND = 'target';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
