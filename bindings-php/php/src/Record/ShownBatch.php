<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ShownBatch extends Record
{
    public const FIELDS = [
        'phase' => Phase::class,
        'waitSeconds' => null,
        'outcomes' => ['list', null],
    ];

    /**
     * @param Phase $phase
     * @param int $waitSeconds
     * @param list<string> $outcomes As `add-tags ada@example.com: applied`, in order.
     */
    public function __construct(
        public Phase $phase,
        public int $waitSeconds,
        public array $outcomes,
    ) {
    }
}
