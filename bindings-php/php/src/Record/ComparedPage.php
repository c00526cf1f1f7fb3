<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A page of either site or of both. */
final readonly class ComparedPage extends Record
{
    public const FIELDS = [
        'after' => null,
        'before' => null,
    ];

    /**
     * @param string|null $after Its id on the site after; absent where that has no such page.
     * @param string|null $before Its id on the site before; absent where that has no such page.
     */
    public function __construct(
        public ?string $after = null,
        public ?string $before = null,
    ) {
    }
}
