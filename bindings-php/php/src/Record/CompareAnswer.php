<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class CompareAnswer extends Record
{
    public const FIELDS = [
        'changes' => ['list', AccessChange::class],
        'ready' => null,
        'comparison' => AccessComparison::class,
    ];

    /**
     * @param list<AccessChange> $changes By member, then by page. Written one by one, for each borrows from what is compared.
     * @param bool $ready Whether every loss is accepted.
     * @param AccessComparison $comparison
     */
    public function __construct(
        public array $changes,
        public bool $ready,
        public AccessComparison $comparison,
    ) {
    }
}
