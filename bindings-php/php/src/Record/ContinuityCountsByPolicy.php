<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One value for each `DripContinuity`. */
final readonly class ContinuityCountsByPolicy extends Record
{
    public const FIELDS = [
        'keepOriginalClock' => ContinuityCounts::class,
        'continueFromLastReleased' => ContinuityCounts::class,
        'restart' => ContinuityCounts::class,
        'openAll' => ContinuityCounts::class,
    ];

    /**
     * @param ContinuityCounts $keepOriginalClock Under `DripContinuity::KeepOriginalClock`.
     * @param ContinuityCounts $continueFromLastReleased Under `DripContinuity::ContinueFromLastReleased`.
     * @param ContinuityCounts $restart Under `DripContinuity::Restart`.
     * @param ContinuityCounts $openAll Under `DripContinuity::OpenAll`.
     */
    public function __construct(
        public ContinuityCounts $keepOriginalClock,
        public ContinuityCounts $continueFromLastReleased,
        public ContinuityCounts $restart,
        public ContinuityCounts $openAll,
    ) {
    }
}
