<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `TagMapEntry` of the kind `keep`.
 *
 * It stays as it is.
 */
final readonly class TagMapEntryKeep extends TagMapEntry
{
    public const KIND = 'keep';

    public const FIELDS = [
        'from' => null,
    ];

    /** @param string $from The source's tag. */
    public function __construct(
        public string $from,
    ) {
        parent::__construct(self::KIND);
    }
}
