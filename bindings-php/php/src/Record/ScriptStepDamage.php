<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `damage`.
 *
 * The host dies, and the journal is damaged.
 */
final readonly class ScriptStepDamage extends ScriptStep
{
    public const KIND = 'damage';

    public const FIELDS = [
        'how' => Damage::class,
    ];

    /** @param Damage $how */
    public function __construct(
        public Damage $how,
    ) {
        parent::__construct(self::KIND);
    }
}
