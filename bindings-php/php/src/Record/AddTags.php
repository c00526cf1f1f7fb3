<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Tags are added to a user; none is taken away. */
final readonly class AddTags extends Record
{
    public const FIELDS = [
        'before' => ['list', null],
        'added' => ['list', null],
    ];

    /**
     * @param list<string> $before What the user holds.
     * @param list<string> $added What is added.
     */
    public function __construct(
        public array $before,
        public array $added,
    ) {
    }
}
