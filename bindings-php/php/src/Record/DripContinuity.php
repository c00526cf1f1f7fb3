<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * How release timers go on for members who are half-way through.
 *
 * Under the first two nobody loses a module that is open: whatever the source had opened is open on the target. Only an expiry
 * rule of the site closes it there.
 */
enum DripContinuity: string
{
    /** As if the site had always been here: what the schedule has opened since enrollment is open. */
    case KeepOriginalClock = 'keep-original-clock';
    /**
     * What is open stays open, and the next timer goes on from the last module released: from when that opened, where that is
     * known, so that no more than the rest of the wait is waited for; else from the move.
     */
    case ContinueFromLastReleased = 'continue-from-last-released';
    /** Those who hold no module's tag begin again with the base module. Those who do hold one keep what it opens. */
    case Restart = 'restart';
    /** Every module is open, but for one whose opening ends access (`Site::wrap_up`). */
    case OpenAll = 'open-all';
}
