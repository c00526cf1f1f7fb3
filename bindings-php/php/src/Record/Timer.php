<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * A release some time after an anchor.
 *
 * The offset is counted from the anchor; then the day moves on to one that `snap` lets pass; then the time of day is set to
 * `at`; then `fixed` is weighed against the result; at last it is kept between `not_before` and `not_after`.
 */
final readonly class Timer extends Record
{
    public const FIELDS = [
        'anchor' => Anchor::class,
        'offset' => Offset::class,
        'mode' => Mode::class,
        'at' => null,
        'fixed' => FixedDate::class,
        'notAfter' => 'instant',
        'notBefore' => 'instant',
        'snap' => Snap::class,
        'timezone' => TimerZone::class,
    ];

    /**
     * @param Anchor $anchor What the time is counted from; the release of the module before, where absent on the wire.
     * @param Offset $offset How long after.
     * @param Mode $mode How days and longer units are counted; elapsed, where absent on the wire.
     * @param string|null $at The wall-clock time on the day reached; only with `Mode::Calendar`.
     * @param FixedDate|null $fixed A fixed date besides, and which of the two holds.
     * @param \DateTimeImmutable|null $notAfter The latest instant.
     * @param \DateTimeImmutable|null $notBefore The earliest instant.
     * @param Snap|null $snap Which days it may fall on; any, where absent; only with `Mode::Calendar`.
     * @param TimerZone|null $timezone Whose calendar is meant; the site's, where absent on the wire.
     */
    public function __construct(
        public Anchor $anchor,
        public Offset $offset,
        public Mode $mode,
        public ?string $at = null,
        public ?FixedDate $fixed = null,
        public ?\DateTimeImmutable $notAfter = null,
        public ?\DateTimeImmutable $notBefore = null,
        public ?Snap $snap = null,
        public ?TimerZone $timezone = null,
    ) {
    }
}
