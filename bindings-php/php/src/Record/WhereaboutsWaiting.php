<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Whereabouts` of the kind `waiting`.
 *
 * They wait at a step for something to happen.
 */
final readonly class WhereaboutsWaiting extends Whereabouts
{
    public const KIND = 'waiting';

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
