<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ContactHappening` of the kind `tag-removed`.
 *
 * A tag is removed.
 */
final readonly class ContactHappeningTagRemoved extends ContactHappening
{
    public const KIND = 'tag-removed';

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
