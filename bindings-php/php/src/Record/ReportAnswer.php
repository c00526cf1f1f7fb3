<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ReportAnswer extends Record
{
    public const FIELDS = [
        'document' => Report::class,
        'text' => null,
    ];

    /**
     * @param Report|null $document The report as data.
     * @param string|null $text The report as Markdown or HTML.
     */
    public function __construct(
        public ?Report $document = null,
        public ?string $text = null,
    ) {
    }
}
