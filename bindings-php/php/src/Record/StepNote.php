<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What there is to say of a step. */
final readonly class StepNote extends Record
{
    public const FIELDS = [
        'step' => Location::class,
        'note' => null,
    ];

    /**
     * @param Location $step Which.
     * @param string $note A clause, lower-case, no full stop.
     */
    public function __construct(
        public Location $step,
        public string $note,
    ) {
    }
}
