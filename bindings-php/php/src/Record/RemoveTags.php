<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Tags that a run added to a user are taken away again. */
final readonly class RemoveTags extends Record
{
    public const FIELDS = [
        'before' => ['list', null],
        'removed' => ['list', null],
    ];

    /**
     * @param list<string> $before What the user holds.
     * @param list<string> $removed What is taken away.
     */
    public function __construct(
        public array $before,
        public array $removed,
    ) {
    }
}
