<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Damage` of the kind `flip`.
 *
 * The lowest bit of a byte of a line is another.
 */
final readonly class DamageFlip extends Damage
{
    public const KIND = 'flip';

    public const FIELDS = [
        'line' => null,
        'byte' => null,
    ];

    /**
     * @param int $line
     * @param int $byte
     */
    public function __construct(
        public int $line,
        public int $byte,
    ) {
        parent::__construct(self::KIND);
    }
}
