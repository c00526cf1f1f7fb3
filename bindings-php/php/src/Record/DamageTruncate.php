<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Damage` of the kind `truncate`.
 *
 * So many bytes are gone from its end.
 */
final readonly class DamageTruncate extends Damage
{
    public const KIND = 'truncate';

    public const FIELDS = [
        'bytes' => null,
    ];

    /** @param int $bytes */
    public function __construct(
        public int $bytes,
    ) {
        parent::__construct(self::KIND);
    }
}
