<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** How a run stands. */
enum RunStatus: string
{
    /** There is more to do. */
    case Running = 'running';
    /** Everything was done. */
    case Complete = 'complete';
    /** Everything was tried; some operations failed, or were withheld because of ones that had. */
    case CompleteWithFailures = 'complete-with-failures';
    /**
     * An operation on the site itself failed: the target is not the planned one, there is no backup, or the target does not hold
     * what was planned. Nothing after it is done, so nobody is mailed and the site stays in maintenance mode.
     */
    case Stopped = 'stopped';
    /** The host gave the run up: `Run::abort`. It goes no further, and may be taken back. */
    case Aborted = 'aborted';
}
