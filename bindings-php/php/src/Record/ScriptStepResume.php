<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `resume`.
 *
 * The host dies, and the run goes on from the journal.
 */
final readonly class ScriptStepResume extends ScriptStep
{
    public const KIND = 'resume';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
