<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `AfterMove` of the kind `not-needed`.
 *
 * There is nothing left to do.
 */
final readonly class AfterMoveNotNeeded extends AfterMove
{
    public const KIND = 'not-needed';

    public const FIELDS = [
        'why' => null,
    ];

    /** @param string $why Why: a clause, lower-case, no full stop. */
    public function __construct(
        public string $why,
    ) {
        parent::__construct(self::KIND);
    }
}
