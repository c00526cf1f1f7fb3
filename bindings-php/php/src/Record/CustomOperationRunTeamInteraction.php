<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `run-team-interaction`.
 *
 * Runs an interaction of a team's member with its leader.
 */
final readonly class CustomOperationRunTeamInteraction extends CustomOperation
{
    public const KIND = 'run-team-interaction';

    public const FIELDS = [
        'interaction' => null,
    ];

    /** @param string $interaction The interaction. */
    public function __construct(
        public string $interaction,
    ) {
        parent::__construct(self::KIND);
    }
}
