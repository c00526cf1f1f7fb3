<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * A place in an input. Everything that is not known is absent.
 *
 * `record` counts data records from 0 (the header is not one); `line` counts lines of the file from 1, so that an
 * editor's "go to line" finds it, quoted line breaks, a byte-order mark and skipped lines included; `column` counts
 * columns from 1. `path` is a place in a JSON document. Where several lists were put together, `input` says which of them
 * is meant, from 1.
 */
final readonly class Location extends Record
{
    public const FIELDS = [
        'column' => null,
        'field' => null,
        'input' => null,
        'line' => null,
        'path' => null,
        'record' => null,
    ];

    /**
     * @param int|null $column The column, 1-based.
     * @param string|null $field The column's header, or the field's name.
     * @param int|null $input Which of several inputs, 1-based; absent where there is one.
     * @param int|null $line The line the record (or the mistake, in a document) starts on, 1-based.
     * @param string|null $path The path in a document, from its root.
     * @param int|null $record The data record, 0-based.
     */
    public function __construct(
        public ?int $column = null,
        public ?string $field = null,
        public ?int $input = null,
        public ?int $line = null,
        public ?string $path = null,
        public ?int $record = null,
    ) {
    }
}
