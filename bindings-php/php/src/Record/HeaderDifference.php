<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A value of two headers that is not the same. */
final readonly class HeaderDifference extends Record
{
    public const FIELDS = [
        'path' => null,
        'after' => null,
        'before' => null,
    ];

    /**
     * @param string $path Where it stands.
     * @param mixed $after The other one's.
     * @param mixed $before The first plan's; absent where it has none.
     */
    public function __construct(
        public string $path,
        public mixed $after = null,
        public mixed $before = null,
    ) {
    }
}
