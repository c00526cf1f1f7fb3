<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `add-tags`.
 *
 * Adds tags.
 */
final readonly class CustomOperationAddTags extends CustomOperation
{
    public const KIND = 'add-tags';

    public const FIELDS = [
        'tags' => ['list', null],
    ];

    /** @param list<string> $tags Which, in any order. */
    public function __construct(
        public array $tags,
    ) {
        parent::__construct(self::KIND);
    }
}
