<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ContactCondition` of the kind `has-tag`.
 *
 * Whether they hold a tag.
 */
final readonly class ContactConditionHasTag extends ContactCondition
{
    public const KIND = 'has-tag';

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
