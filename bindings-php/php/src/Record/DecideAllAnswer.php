<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class DecideAllAnswer extends Record
{
    public const FIELDS = [
        'pages' => ['list', AllowedMembers::class],
    ];

    /** @param list<AllowedMembers> $pages Every page, in the order of the document. */
    public function __construct(
        public array $pages,
    ) {
    }
}
