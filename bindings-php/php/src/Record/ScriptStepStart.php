<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `start`.
 *
 * The run starts, with a journal of its own.
 */
final readonly class ScriptStepStart extends ScriptStep
{
    public const KIND = 'start';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
