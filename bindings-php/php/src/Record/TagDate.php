<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** When a contact was given a tag. */
final readonly class TagDate extends Record
{
    public const FIELDS = [
        'contact' => null,
        'tag' => null,
        'at' => 'instant',
    ];

    /**
     * @param int $contact The contact's place in the list, from 0.
     * @param string $tag The tag as the source names it.
     * @param \DateTimeImmutable $at When.
     */
    public function __construct(
        public int $contact,
        public string $tag,
        public \DateTimeImmutable $at,
    ) {
    }
}
