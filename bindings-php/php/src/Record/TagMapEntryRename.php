<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `TagMapEntry` of the kind `rename`.
 *
 * It gets another name.
 */
final readonly class TagMapEntryRename extends TagMapEntry
{
    public const KIND = 'rename';

    public const FIELDS = [
        'from' => null,
        'to' => null,
    ];

    /**
     * @param string $from The source's tag.
     * @param string $to The site's.
     */
    public function __construct(
        public string $from,
        public string $to,
    ) {
        parent::__construct(self::KIND);
    }
}
