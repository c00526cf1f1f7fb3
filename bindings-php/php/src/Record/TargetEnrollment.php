<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a user of the target has of one offering. */
final readonly class TargetEnrollment extends Record
{
    public const FIELDS = [
        'enrolledAt' => 'instant',
        'clockFrom' => 'instant',
        'completed' => ['map', 'instant'],
        'notified' => ['list', null],
        'paused' => ['list', Pause::class],
        'released' => ['map', 'instant'],
        'revokedAt' => 'instant',
    ];

    /**
     * @param \DateTimeImmutable $enrolledAt When they enrolled.
     * @param \DateTimeImmutable|null $clockFrom The instant a pending timer counts from where the module before it is released and its opening is not known.
     * @param array<string, \DateTimeImmutable> $completed When the user completed modules.
     * @param list<string> $notified The modules whose opening the user was told of, or shall never be told of: a site announces only what is not among them.
     * @param list<Pause> $paused Times in which the clock stands still, in order.
     * @param array<string, \DateTimeImmutable|null> $released The modules already open, each with when it opened where that is known. A target that releases a module by the clock keeps the instant: the timer of the next one counts from it.
     * @param \DateTimeImmutable|null $revokedAt When access was taken away, if it was.
     */
    public function __construct(
        public \DateTimeImmutable $enrolledAt,
        public ?\DateTimeImmutable $clockFrom = null,
        public array $completed = [],
        public array $notified = [],
        public array $paused = [],
        public array $released = [],
        public ?\DateTimeImmutable $revokedAt = null,
    ) {
    }
}
