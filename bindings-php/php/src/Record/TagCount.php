<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How many contacts hold a tag. */
final readonly class TagCount extends Record
{
    public const FIELDS = [
        'tag' => null,
        'contacts' => null,
    ];

    /**
     * @param string $tag The tag as the source names it.
     * @param int $contacts How many.
     */
    public function __construct(
        public string $tag,
        public int $contacts,
    ) {
    }
}
