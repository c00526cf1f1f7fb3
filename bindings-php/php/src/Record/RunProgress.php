<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How far a run is. */
final readonly class RunProgress extends Record
{
    public const FIELDS = [
        'done' => null,
        'total' => null,
        'applied' => null,
        'already' => null,
        'failed' => null,
        'withheld' => null,
        'phases' => ['list', PhaseProgress::class],
        'failures' => ['list', RunFailure::class],
        'startedAt' => 'instant',
        'secondsAtWork' => null,
        'perMinute' => null,
        'recordedAt' => 'instant',
        'secondsLeft' => null,
    ];

    /**
     * @param int $done Operations that need nothing more: applied, found applied, failed for good, or withheld.
     * @param int $total All operations.
     * @param int $applied Operations that were carried out.
     * @param int $already Operations that were found carried out before.
     * @param int $failed Operations that failed for good, conflicts included.
     * @param int $withheld Operations that were not tried because the user could not be created or updated, or has no new password.
     * @param list<PhaseProgress> $phases Each phase that has operations, in order.
     * @param list<RunFailure> $failures What failed for good, in the order in which it did; at most `KEPT_FAILURES`.
     * @param \DateTimeImmutable $startedAt When the run began.
     * @param int $secondsAtWork How many seconds the run was at work: the time between recordings, of which a gap counts as `LONGEST_GAP` seconds at most, so that a night between two sittings is no work.
     * @param int|null $perMinute How many operations a minute came to an end, at the pace so far; absent as long as there is none.
     * @param \DateTimeImmutable|null $recordedAt When outcomes were recorded last.
     * @param int|null $secondsLeft How many seconds of work are left at that pace; absent as long as there is none, and once the run is through.
     */
    public function __construct(
        public int $done,
        public int $total,
        public int $applied,
        public int $already,
        public int $failed,
        public int $withheld,
        public array $phases,
        public array $failures,
        public \DateTimeImmutable $startedAt,
        public int $secondsAtWork,
        public ?int $perMinute = null,
        public ?\DateTimeImmutable $recordedAt = null,
        public ?int $secondsLeft = null,
    ) {
    }
}
