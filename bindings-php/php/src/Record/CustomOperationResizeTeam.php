<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `resize-team`.
 *
 * Changes the number of seats of the contact's team.
 */
final readonly class CustomOperationResizeTeam extends CustomOperation
{
    public const KIND = 'resize-team';

    public const FIELDS = [
        'seats' => null,
        'team' => null,
    ];

    /**
     * @param int $seats How many seats more or fewer.
     * @param string|null $team The team, where the leader has several.
     */
    public function __construct(
        public int $seats,
        public ?string $team = null,
    ) {
        parent::__construct(self::KIND);
    }
}
