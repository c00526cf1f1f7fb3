<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One subject of a report. */
final readonly class ReportSection extends Record
{
    public const FIELDS = [
        'id' => null,
        'title' => null,
        'blocks' => ['list', ReportBlock::class],
    ];

    /**
     * @param string $id What it is about, in one word of the wire.
     * @param string $title Its heading.
     * @param list<ReportBlock> $blocks What it says, in order.
     */
    public function __construct(
        public string $id,
        public string $title,
        public array $blocks,
    ) {
    }
}
