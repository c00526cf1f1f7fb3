<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `tag-added`.
 *
 * A tag is added.
 */
final readonly class HappeningTagAdded extends Happening
{
    public const KIND = 'tag-added';

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
