<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How many members are met by a change, each counted once for each kind of change. */
final readonly class ContinuityCounts extends Record
{
    public const FIELDS = [
        'lose' => null,
        'gain' => null,
        'later' => null,
        'earlier' => null,
        'expire' => null,
    ];

    /**
     * @param int $lose A module that was open is closed, and no expiry rule closes it. Nobody, where a clock is kept or continued.
     * @param int $gain A module that was closed is open.
     * @param int $later A module that was to open at a known instant opens later, or by the clock never.
     * @param int $earlier A module that was to open at a known instant opens earlier, yet after the move.
     * @param int $expire A module that was open is closed by an expiry rule of the site.
     */
    public function __construct(
        public int $lose,
        public int $gain,
        public int $later,
        public int $earlier,
        public int $expire,
    ) {
    }
}
