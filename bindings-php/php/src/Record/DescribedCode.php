<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class DescribedCode extends Record
{
    public const FIELDS = [
        'code' => Code::class,
        'category' => Category::class,
        'severity' => Severity::class,
        'meaning' => null,
        'remedy' => null,
    ];

    /**
     * @param Code $code
     * @param Category $category Which exception class a failure of the code is.
     * @param Severity $severity How much an issue of the code matters.
     * @param string $meaning What it means.
     * @param string $remedy What to do about it.
     */
    public function __construct(
        public Code $code,
        public Category $category,
        public Severity $severity,
        public string $meaning,
        public string $remedy,
    ) {
    }
}
