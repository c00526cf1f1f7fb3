<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class AllowedMembers extends Record
{
    public const FIELDS = [
        'page' => null,
        'members' => ['list', null],
    ];

    /**
     * @param string $page The page.
     * @param list<int> $members The members who get to see it, by their place in the request, from 0; in order.
     */
    public function __construct(
        public string $page,
        public array $members,
    ) {
    }
}
