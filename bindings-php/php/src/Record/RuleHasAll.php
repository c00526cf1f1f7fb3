<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `has-all`.
 *
 * Holds for a member who holds every one of the tags.
 */
final readonly class RuleHasAll extends Rule
{
    public const KIND = 'has-all';

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
