<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What an input was found to be. */
final readonly class Detection extends Record
{
    public const FIELDS = [
        'encoding' => DetectedEncoding::class,
        'headers' => ['list', null],
        'source' => SourceGuess::class,
        'alternatives' => ['list', SourceGuess::class],
        'dialect' => Dialect::class,
        'headerLine' => null,
    ];

    /**
     * @param DetectedEncoding $encoding The encoding.
     * @param list<string> $headers The columns' names, cleaned, in order; of records the paths of their members, in order of first appearance.
     * @param SourceGuess $source The system it came from.
     * @param list<SourceGuess> $alternatives Other systems it might have come from, the likeliest first.
     * @param Dialect|null $dialect How cells and lines are parted; absent for records.
     * @param int|null $headerLine The line of the header, 1-based; 0 for records, which have none.
     */
    public function __construct(
        public DetectedEncoding $encoding,
        public array $headers,
        public SourceGuess $source,
        public array $alternatives,
        public ?Dialect $dialect = null,
        public ?int $headerLine = null,
    ) {
    }
}
