<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a timer counted, and what else decided. */
final readonly class TimerWhy extends Record
{
    public const FIELDS = [
        'anchor' => Anchor::class,
        'offset' => Offset::class,
        'at' => null,
        'fixed' => FixedDate::class,
        'from' => 'instant',
        'notAfter' => 'instant',
        'notBefore' => 'instant',
        'pausedSeconds' => null,
        'snap' => Snap::class,
        'timezone' => TimerZone::class,
    ];

    /**
     * @param Anchor $anchor What it counts from.
     * @param Offset $offset How long after.
     * @param string|null $at At which wall-clock time of the day reached, where the rule says.
     * @param FixedDate|null $fixed The fixed date beside it, where the rule has one.
     * @param \DateTimeImmutable|null $from The instant that is; absent where it is not known and a fixed date holds.
     * @param \DateTimeImmutable|null $notAfter Not after when, where the rule says.
     * @param \DateTimeImmutable|null $notBefore Not before when, where the rule says.
     * @param int|null $pausedSeconds For how many seconds the member's clock stood still since; none, where absent on the wire.
     * @param Snap|null $snap On which days, where the rule says.
     * @param TimerZone|null $timezone In whose calendar; the site's, where absent on the wire.
     */
    public function __construct(
        public Anchor $anchor,
        public Offset $offset,
        public ?string $at = null,
        public ?FixedDate $fixed = null,
        public ?\DateTimeImmutable $from = null,
        public ?\DateTimeImmutable $notAfter = null,
        public ?\DateTimeImmutable $notBefore = null,
        public ?int $pausedSeconds = null,
        public ?Snap $snap = null,
        public ?TimerZone $timezone = null,
    ) {
    }
}
