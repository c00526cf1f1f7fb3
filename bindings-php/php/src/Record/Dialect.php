<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How an input parts its cells. */
final readonly class Dialect extends Record
{
    public const FIELDS = [
        'delimiter' => null,
        'lineEnd' => LineEndName::class,
        'hasSeparatorLine' => null,
        'quote' => null,
    ];

    /**
     * @param string $delimiter The character between cells.
     * @param LineEndName $lineEnd How lines end: `lf`, `crlf` or `cr`.
     * @param bool $hasSeparatorLine Whether the first line names the delimiter (`sep=;`) and is no part of the table.
     * @param string|null $quote The character around cells that hold a delimiter or a line end.
     */
    public function __construct(
        public string $delimiter,
        public LineEndName $lineEnd,
        public bool $hasSeparatorLine,
        public ?string $quote = null,
    ) {
    }
}
