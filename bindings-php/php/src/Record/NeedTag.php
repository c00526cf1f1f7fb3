<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Need` of the kind `tag`.
 *
 * To hold a tag.
 */
final readonly class NeedTag extends Need
{
    public const KIND = 'tag';

    public const FIELDS = [
        'tag' => null,
    ];

    /** @param string $tag The tag. */
    public function __construct(
        public string $tag,
    ) {
        parent::__construct(self::KIND);
    }
}
