<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ProposeTagMapAnswer extends Record
{
    public const FIELDS = [
        'tagMap' => ['list', TagMapEntry::class],
    ];

    /** @param list<TagMapEntry> $tagMap Entries to look at and to add to the site document, in the order of the site's tags. */
    public function __construct(
        public array $tagMap,
    ) {
    }
}
