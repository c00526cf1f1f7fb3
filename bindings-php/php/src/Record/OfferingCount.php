<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How many members an offering has. */
final readonly class OfferingCount extends Record
{
    public const FIELDS = [
        'offering' => null,
        'name' => null,
        'members' => null,
    ];

    /**
     * @param string $offering Its id.
     * @param string $name Its name.
     * @param int $members How many contacts are enrolled, by their tags as the tag map makes them.
     */
    public function __construct(
        public string $offering,
        public string $name,
        public int $members,
    ) {
    }
}
