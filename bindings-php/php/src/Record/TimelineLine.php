<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One thing that happens. */
final readonly class TimelineLine extends Record
{
    public const FIELDS = [
        'at' => 'instant',
        'what' => Happening::class,
        'step' => Location::class,
    ];

    /**
     * @param \DateTimeImmutable $at When.
     * @param Happening $what What.
     * @param Location|null $step The step or event of the automation that it comes of; absent for what happens from outside.
     */
    public function __construct(
        public \DateTimeImmutable $at,
        public Happening $what,
        public ?Location $step = null,
    ) {
    }
}
