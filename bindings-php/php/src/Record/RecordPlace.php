<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Which record of which source. */
final readonly class RecordPlace extends Record
{
    public const FIELDS = [
        'source' => null,
        'record' => null,
    ];

    /**
     * @param int $source The source, from 1.
     * @param int $record The subscription in its list, from 0.
     */
    public function __construct(
        public int $source,
        public int $record,
    ) {
    }
}
