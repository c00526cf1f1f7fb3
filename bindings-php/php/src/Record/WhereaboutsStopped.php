<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Whereabouts` of the kind `stopped`.
 *
 * They stopped at a step and will not go on.
 */
final readonly class WhereaboutsStopped extends Whereabouts
{
    public const KIND = 'stopped';

    public const FIELDS = [
        'step' => Location::class,
    ];

    /** @param Location $step Which. */
    public function __construct(
        public Location $step,
    ) {
        parent::__construct(self::KIND);
    }
}
