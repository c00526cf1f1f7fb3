<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How many of everything a reading found. */
final readonly class IntakeStats extends Record
{
    public const FIELDS = [
        'bytes' => null,
        'records' => null,
        'contacts' => null,
        'duplicates' => null,
        'setAside' => null,
        'distinctTags' => null,
    ];

    /**
     * @param int $bytes Bytes of the input.
     * @param int $records Data records, blank lines left out.
     * @param int $contacts People.
     * @param int $duplicates Records that were merged into an earlier one.
     * @param int $setAside Records that were set aside.
     * @param int $distinctTags Different tags.
     */
    public function __construct(
        public int $bytes,
        public int $records,
        public int $contacts,
        public int $duplicates,
        public int $setAside,
        public int $distinctTags,
    ) {
    }
}
