<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `progress`.
 *
 * How far the run is.
 */
final readonly class ScriptStepProgress extends ScriptStep
{
    public const KIND = 'progress';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
