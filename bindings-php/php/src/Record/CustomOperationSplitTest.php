<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `split-test`.
 *
 * Sorts contacts into groups by giving each one of several tags.
 */
final readonly class CustomOperationSplitTest extends CustomOperation
{
    public const KIND = 'split-test';

    public const FIELDS = [
        'tags' => ['list', null],
    ];

    /** @param list<string> $tags One tag for each group. */
    public function __construct(
        public array $tags,
    ) {
        parent::__construct(self::KIND);
    }
}
