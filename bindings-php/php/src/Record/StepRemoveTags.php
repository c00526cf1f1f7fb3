<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `remove-tags`.
 *
 * Removes tags.
 */
final readonly class StepRemoveTags extends Step
{
    public const KIND = 'remove-tags';

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
