<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ContactCondition` of the kind `lacks-tag`.
 *
 * Whether they lack a tag.
 */
final readonly class ContactConditionLacksTag extends ContactCondition
{
    public const KIND = 'lacks-tag';

    public const FIELDS = [
        'tag' => null,
    ];

    /** @param string $tag Which. */
    public function __construct(
        public string $tag,
    ) {
        parent::__construct(self::KIND);
    }
}
