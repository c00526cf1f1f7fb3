<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `AfterMove` of the kind `no-equivalent`.
 *
 * Nothing on the site does it by itself.
 */
final readonly class AfterMoveNoEquivalent extends AfterMove
{
    public const KIND = 'no-equivalent';

    public const FIELDS = [
        'why' => null,
        'remedy' => null,
    ];

    /**
     * @param string $why Why: a clause, lower-case, no full stop.
     * @param string $remedy What to do about it.
     */
    public function __construct(
        public string $why,
        public string $remedy,
    ) {
        parent::__construct(self::KIND);
    }
}
