<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class SetupAnswer extends Record
{
    public const FIELDS = [
        'issues' => ['list', Issue::class],
        'shared' => ['list', Issue::class],
    ];

    /**
     * @param list<Issue> $issues What concerns the site by itself: processors, then the CRM.
     * @param list<Issue> $shared Accounts that several sites have, in the order of the sites; input 1 is the site, input 2 the first of the others.
     */
    public function __construct(
        public array $issues,
        public array $shared,
    ) {
    }
}
