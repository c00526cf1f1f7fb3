<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `TagMapEntry` of the kind `drop`.
 *
 * It is left behind.
 */
final readonly class TagMapEntryDrop extends TagMapEntry
{
    public const KIND = 'drop';

    public const FIELDS = [
        'from' => null,
        'reason' => null,
    ];

    /**
     * @param string $from The source's tag.
     * @param string $reason Why, for whoever looks for it later.
     */
    public function __construct(
        public string $from,
        public string $reason,
    ) {
        parent::__construct(self::KIND);
    }
}
