<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ContactHappening` of the kind `tag-added`.
 *
 * A tag is added, by a purchase, by hand or by another automation.
 */
final readonly class ContactHappeningTagAdded extends ContactHappening
{
    public const KIND = 'tag-added';

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
