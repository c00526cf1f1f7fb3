<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Owed` of the kind `offering`.
 *
 * An offering of the site.
 */
final readonly class OwedOffering extends Owed
{
    public const KIND = 'offering';

    public const FIELDS = [
        'id' => null,
    ];

    /** @param string $id Its id. */
    public function __construct(
        public string $id,
    ) {
        parent::__construct(self::KIND);
    }
}
