<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Losses and gains of access that follow from what the owner decided, in numbers. Each is counted once, by the first of these that holds. */
final readonly class AskedChanges extends Record
{
    public const FIELDS = [
        'newPages' => null,
        'leftOut' => null,
        'leftOutGuarded' => null,
        'leftAlone' => null,
        'hadBefore' => null,
        'released' => null,
    ];

    /**
     * @param int $newPages Of pages that only the site after has.
     * @param int $leftOut Of people whom the plan leaves out, who lose what anybody with a login could see.
     * @param int $leftOutGuarded Of people whom the plan leaves out, who lose a page that opened to them and not to everybody with a login: a tag that is no offering's makes nobody a member. Where they should keep it, the plan has to take all contacts.
     * @param int $leftAlone Of people whom the plan leaves alone: administrators, who runs the move, and, where the options say so, who was a user before. A plan for verification only leaves everybody alone.
     * @param int $hadBefore Gains of what a user could see on the target before the plan was carried out.
     * @param int $released What release timers open, now or later, or under `DripContinuity::Restart` close: all else that either site asks is met on both.
     */
    public function __construct(
        public int $newPages,
        public int $leftOut,
        public int $leftOutGuarded,
        public int $leftAlone,
        public int $hadBefore,
        public int $released,
    ) {
    }
}
