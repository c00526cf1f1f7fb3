<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What two sites make of the same people's access within a span of time, as counts. */
final readonly class AccessComparison extends Record
{
    public const FIELDS = [
        'horizon' => Horizon::class,
        'members' => null,
        'counts' => VerdictCounts::class,
        'pages' => ['list', PageComparison::class],
        'causes' => ['list', CauseCount::class],
        'accepted' => ['list', AcceptedLosses::class],
        'unexplainedLosses' => null,
    ];

    /**
     * @param Horizon $horizon The span.
     * @param int $members How many members were compared.
     * @param VerdictCounts $counts Of all members and pages. They add up to members × pages.
     * @param list<PageComparison> $pages By page: those of the site before in its order, then those that only the site after has, in its order.
     * @param list<CauseCount> $causes By cause: by verdict, then the reasons before and after, in the order of their declaration.
     * @param list<AcceptedLosses> $accepted What the owner accepts, in the order given.
     * @param int $unexplainedLosses How many losses nothing explains that the owner accepts.
     */
    public function __construct(
        public Horizon $horizon,
        public int $members,
        public VerdictCounts $counts,
        public array $pages,
        public array $causes,
        public array $accepted,
        public int $unexplainedLosses,
    ) {
    }
}
