<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One value for each `DripContinuity`. */
final readonly class ModuleStandingByPolicy extends Record
{
    public const FIELDS = [
        'keepOriginalClock' => ModuleStanding::class,
        'continueFromLastReleased' => ModuleStanding::class,
        'restart' => ModuleStanding::class,
        'openAll' => ModuleStanding::class,
    ];

    /**
     * @param ModuleStanding $keepOriginalClock Under `DripContinuity::KeepOriginalClock`.
     * @param ModuleStanding $continueFromLastReleased Under `DripContinuity::ContinueFromLastReleased`.
     * @param ModuleStanding $restart Under `DripContinuity::Restart`.
     * @param ModuleStanding $openAll Under `DripContinuity::OpenAll`.
     */
    public function __construct(
        public ModuleStanding $keepOriginalClock,
        public ModuleStanding $continueFromLastReleased,
        public ModuleStanding $restart,
        public ModuleStanding $openAll,
    ) {
    }
}
