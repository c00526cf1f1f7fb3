<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class PerformAnswer extends Record
{
    public const FIELDS = [
        'outcome' => Outcome::class,
        'user' => TargetUser::class,
    ];

    /**
     * @param Outcome $outcome What is to be told to the run once the user is stored: applied, or a conflict, in which case nothing is to be stored.
     * @param TargetUser|null $user The user as they are to be stored; absent where there is none, or none any more.
     */
    public function __construct(
        public Outcome $outcome,
        public ?TargetUser $user = null,
    ) {
    }
}
