<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What became of one page. */
final readonly class PageComparison extends Record
{
    public const FIELDS = [
        'page' => ComparedPage::class,
        'counts' => VerdictCounts::class,
    ];

    /**
     * @param ComparedPage $page The page.
     * @param VerdictCounts $counts For how many members it is so.
     */
    public function __construct(
        public ComparedPage $page,
        public VerdictCounts $counts,
    ) {
    }
}
