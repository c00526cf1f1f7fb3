<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `approve`.
 *
 * The plan at hand is the approved one.
 */
final readonly class ScriptStepApprove extends ScriptStep
{
    public const KIND = 'approve';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
