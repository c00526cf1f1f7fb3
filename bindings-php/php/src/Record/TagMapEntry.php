<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What becomes of a source's tag. On the wire tagged by `kind`. */
abstract readonly class TagMapEntry extends Record
{
    public const KINDS = [
        'keep' => TagMapEntryKeep::class,
        'rename' => TagMapEntryRename::class,
        'merge' => TagMapEntryMerge::class,
        'drop' => TagMapEntryDrop::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
