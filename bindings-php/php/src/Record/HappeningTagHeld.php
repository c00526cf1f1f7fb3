<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `tag-held`.
 *
 * A tag was to be added and is held already, so that nothing is set off.
 */
final readonly class HappeningTagHeld extends Happening
{
    public const KIND = 'tag-held';

    public const FIELDS = [
        'tag' => null,
        'by' => Actor::class,
    ];

    /**
     * @param string $tag Which.
     * @param Actor $by By whom it was to be added.
     */
    public function __construct(
        public string $tag,
        public Actor $by,
    ) {
        parent::__construct(self::KIND);
    }
}
