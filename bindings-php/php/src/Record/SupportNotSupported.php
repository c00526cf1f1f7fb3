<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Support` of the kind `not-supported`.
 *
 * It cannot.
 */
final readonly class SupportNotSupported extends Support
{
    public const KIND = 'not-supported';

    public const FIELDS = [
        'reason' => null,
        'source' => null,
    ];

    /**
     * @param string $reason Why: a clause, lower-case, no full stop.
     * @param string $source Who says so.
     */
    public function __construct(
        public string $reason,
        public string $source,
    ) {
        parent::__construct(self::KIND);
    }
}
