<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `missing-any`.
 *
 * Holds for a member who lacks at least one of the tags.
 */
final readonly class RuleMissingAny extends Rule
{
    public const KIND = 'missing-any';

    public const FIELDS = [
        'tags' => ['list', null],
    ];

    /** @param list<string> $tags The tags; at least one. */
    public function __construct(
        public array $tags,
    ) {
        parent::__construct(self::KIND);
    }
}
