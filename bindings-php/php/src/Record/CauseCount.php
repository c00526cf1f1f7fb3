<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How often access changed for one cause. */
final readonly class CauseCount extends Record
{
    public const FIELDS = [
        'verdict' => Verdict::class,
        'count' => null,
        'after' => AccessReason::class,
        'before' => AccessReason::class,
    ];

    /**
     * @param Verdict $verdict What became of the access.
     * @param int $count How often.
     * @param AccessReason|null $after Why the site after let in or not, at that instant; absent where it has no such page.
     * @param AccessReason|null $before Why the site before let in or not, at the first instant at which the sites differ; absent where it has no such page.
     */
    public function __construct(
        public Verdict $verdict,
        public int $count,
        public ?AccessReason $after = null,
        public ?AccessReason $before = null,
    ) {
    }
}
