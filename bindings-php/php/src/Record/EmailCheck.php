<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What there is to say about one address: see `check_email`. */
final readonly class EmailCheck extends Record
{
    public const FIELDS = [
        'valid' => null,
        'issues' => ['list', Issue::class],
        'key' => null,
        'normalized' => null,
    ];

    /**
     * @param bool $valid Whether it can be delivered to, as far as syntax tells.
     * @param list<Issue> $issues What is wrong with it; of a valid one, that it looks mistyped, then that it mixes scripts as a look-alike does.
     * @param string|null $key What it shares with its other spellings; absent where it is not valid.
     * @param string|null $normalized The address as written, cleaned; absent where it is not valid.
     */
    public function __construct(
        public bool $valid,
        public array $issues,
        public ?string $key = null,
        public ?string $normalized = null,
    ) {
    }
}
