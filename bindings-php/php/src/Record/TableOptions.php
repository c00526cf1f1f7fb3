<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How to read a table. Everything may be left out: then it is found. */
final readonly class TableOptions extends Record
{
    public const FIELDS = [
        'delimiter' => null,
        'encoding' => null,
        'headerLine' => null,
        'limits' => Limits::class,
        'quote' => null,
    ];

    /**
     * @param string|null $delimiter The character between cells: one below U+0080.
     * @param string|null $encoding The encoding, by a label of the WHATWG Encoding Standard.
     * @param int|null $headerLine The line of the column names, 1-based, where lines stand before it. Left out: found by the table's shape.
     * @param Limits $limits Bounds on the input.
     * @param string|null $quote The character around cells: one below U+0080.
     */
    public function __construct(
        public ?string $delimiter = null,
        public ?string $encoding = null,
        public ?int $headerLine = null,
        public Limits $limits = new Limits(),
        public ?string $quote = null,
    ) {
    }
}
