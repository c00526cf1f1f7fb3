<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `tag-removed`.
 *
 * A tag is removed.
 */
final readonly class HappeningTagRemoved extends Happening
{
    public const KIND = 'tag-removed';

    public const FIELDS = [
        'tag' => null,
        'by' => Actor::class,
    ];

    /**
     * @param string $tag Which.
     * @param Actor $by By whom.
     */
    public function __construct(
        public string $tag,
        public Actor $by,
    ) {
        parent::__construct(self::KIND);
    }
}
