<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * One member's enrollment in one offering.
 *
 * What is released is authoritative and only ever grows: no clock takes a module back, but by an expiry rule.
 */
final readonly class Enrollment extends Record
{
    public const FIELDS = [
        'offering' => null,
        'enrolledAt' => 'instant',
        'clockFrom' => 'instant',
        'completed' => ['map', 'instant'],
        'notified' => ['list', null],
        'paused' => ['list', Pause::class],
        'released' => ['map', 'instant'],
        'revokedAt' => 'instant',
    ];

    /**
     * @param string $offering The offering enrolled in.
     * @param \DateTimeImmutable $enrolledAt When.
     * @param \DateTimeImmutable|null $clockFrom The instant a pending timer counts from where the module before it is released and its opening is not known. Set by a move that lets the clock go on from where the old site stopped. So a host that releases a module records the instant.
     * @param array<string, \DateTimeImmutable> $completed When the member completed modules, for rules that count from it.
     * @param list<string> $notified The modules whose opening the member was told of already, so that nothing is announced twice.
     * @param list<Pause> $paused Times in which the clock stands still: what is open stays open, what is pending moves on. In any order.
     * @param array<string, \DateTimeImmutable|null> $released The modules already open, each with when it opened where that is known.
     * @param \DateTimeImmutable|null $revokedAt When access was taken away, if it was.
     */
    public function __construct(
        public string $offering,
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
