<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `abort`.
 *
 * The run is given up.
 */
final readonly class ScriptStepAbort extends ScriptStep
{
    public const KIND = 'abort';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
