<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Damage` of the kind `format`.
 *
 * The header names another format.
 */
final readonly class DamageFormat extends Damage
{
    public const KIND = 'format';

    public const FIELDS = [
        'format' => null,
    ];

    /** @param int $format */
    public function __construct(
        public int $format,
    ) {
        parent::__construct(self::KIND);
    }
}
