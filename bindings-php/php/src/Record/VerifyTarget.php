<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * The target must hold what was planned, and nothing else may have changed. The host takes a snapshot and reconciles it
 * with the plan. Where that finds differences which failed operations do not explain, the operation has failed: the run stops,
 * nobody is notified and the site stays in maintenance mode.
 */
final readonly class VerifyTarget extends Record
{
    public const FIELDS = [
        'users' => null,
        'untouched' => null,
    ];

    /**
     * @param int $users How many users the target has then.
     * @param string $untouched The digest of the users that the plan does not touch.
     */
    public function __construct(
        public int $users,
        public string $untouched,
    ) {
    }
}
