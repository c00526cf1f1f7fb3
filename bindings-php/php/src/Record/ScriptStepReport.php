<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `report`.
 *
 * Outcomes are reported of the next batch, whatever was carried out.
 */
final readonly class ScriptStepReport extends ScriptStep
{
    public const KIND = 'report';

    public const FIELDS = [
        'outcomes' => ['list', Outcome::class],
    ];

    /** @param list<Outcome> $outcomes */
    public function __construct(
        public array $outcomes,
    ) {
        parent::__construct(self::KIND);
    }
}
