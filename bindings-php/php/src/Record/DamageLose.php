<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Damage` of the kind `lose`.
 *
 * A line is gone.
 */
final readonly class DamageLose extends Damage
{
    public const KIND = 'lose';

    public const FIELDS = [
        'line' => null,
    ];

    /** @param int $line */
    public function __construct(
        public int $line,
    ) {
        parent::__construct(self::KIND);
    }
}
