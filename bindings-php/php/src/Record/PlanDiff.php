<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Two plans compared: what was reviewed, and what it would be now. */
final readonly class PlanDiff extends Record
{
    public const FIELDS = [
        'before' => null,
        'after' => null,
        'header' => ['list', HeaderDifference::class],
        'operations' => ['list', OperationDifference::class],
        'added' => null,
        'removed' => null,
        'changed' => null,
    ];

    /**
     * @param string $before The first plan.
     * @param string $after The other one.
     * @param list<HeaderDifference> $header What the plans say of themselves differently: a path into the header, such as `options.notify`, and both values. In the order of the paths. The counts of issues are among it; the issues themselves are not.
     * @param list<OperationDifference> $operations Operations that only one of them has, or both have differently, in the order of a run. At most `KEPT_OPERATIONS`.
     * @param int $added How many operations only the other plan has.
     * @param int $removed How many operations only the first plan has.
     * @param int $changed How many operations both have for the same purpose, with other values.
     */
    public function __construct(
        public string $before,
        public string $after,
        public array $header,
        public array $operations,
        public int $added,
        public int $removed,
        public int $changed,
    ) {
    }
}
