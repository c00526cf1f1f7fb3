<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ShownDifference extends Record
{
    public const FIELDS = [
        'code' => Code::class,
        'field' => null,
        'expected' => null,
        'found' => null,
        'subject' => null,
    ];

    /**
     * @param Code $code
     * @param string $field
     * @param string|null $expected
     * @param string|null $found
     * @param string|null $subject
     */
    public function __construct(
        public Code $code,
        public string $field,
        public ?string $expected = null,
        public ?string $found = null,
        public ?string $subject = null,
    ) {
    }
}
