<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How contacts are written as CSV. */
final readonly class CsvOptions extends Record
{
    public const FIELDS = [
        'secrets' => ['list', SecretField::class],
    ];

    /** @param list<SecretField> $secrets The secrets to write. Whoever names one answers for where the file goes. Left out: none. */
    public function __construct(
        public array $secrets = [],
    ) {
    }
}
