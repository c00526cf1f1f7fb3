<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `lose`.
 *
 * A batch is carried out, and the host dies before the journal has it.
 */
final readonly class ScriptStepLose extends ScriptStep
{
    public const KIND = 'lose';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
