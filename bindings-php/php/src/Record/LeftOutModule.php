<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A module that an automation cannot open when its release rule says. */
final readonly class LeftOutModule extends Record
{
    public const FIELDS = [
        'module' => null,
        'reason' => null,
        'opensByItself' => null,
    ];

    /**
     * @param string $module Which.
     * @param string $reason Why not: a clause, lower-case, no full stop.
     * @param bool $opensByItself Whether the site's own timer opens it. Where it does not nothing opens it by itself: somebody gives its tag by hand.
     */
    public function __construct(
        public string $module,
        public string $reason,
        public bool $opensByItself,
    ) {
    }
}
