<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One record that was set aside. */
final readonly class SetAsideRecord extends Record
{
    public const FIELDS = [
        'record' => null,
        'line' => null,
        'codes' => ['list', Code::class],
        'cells' => ['list', null],
    ];

    /**
     * @param int $record The data record, 0-based.
     * @param int $line The line it starts on, 1-based; 0 for a record that came by itself.
     * @param list<Code> $codes Why, in the order found.
     * @param list<string> $cells The cells as written, in column order; those of a column of secrets are blank. Of a JSON record there is one: its JSON.
     */
    public function __construct(
        public int $record,
        public int $line,
        public array $codes,
        public array $cells,
    ) {
    }
}
