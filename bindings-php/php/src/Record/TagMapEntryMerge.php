<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `TagMapEntry` of the kind `merge`.
 *
 * Several become one.
 */
final readonly class TagMapEntryMerge extends TagMapEntry
{
    public const KIND = 'merge';

    public const FIELDS = [
        'from' => ['list', null],
        'to' => null,
    ];

    /**
     * @param list<string> $from The source's tags.
     * @param string $to The site's.
     */
    public function __construct(
        public array $from,
        public string $to,
    ) {
        parent::__construct(self::KIND);
    }
}
