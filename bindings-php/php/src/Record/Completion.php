<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Something a member completes. On the wire `module`, `offering` or both. */
final readonly class Completion extends Record
{
    public const FIELDS = [
        'module' => null,
        'offering' => null,
    ];

    /**
     * @param string|null $module
     * @param string|null $offering
     */
    public function __construct(
        public ?string $module = null,
        public ?string $offering = null,
    ) {
    }
}
