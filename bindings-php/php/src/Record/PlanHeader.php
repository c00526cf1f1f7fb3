<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** The first line of a plan. */
final readonly class PlanHeader extends Record
{
    public const FIELDS = [
        'format' => null,
        'site' => null,
        'environment' => Environment::class,
        'options' => PlanOptions::class,
        'summary' => PlanSummary::class,
        'expected' => Expected::class,
        'issues' => ['list', Issue::class],
        'takesBack' => null,
    ];

    /**
     * @param int $format The version of the format: `FORMAT`.
     * @param string $site The site's name.
     * @param Environment $environment The copy of the site that the plan is for, and no other.
     * @param PlanOptions $options What was decided. `environment` is left out, and `batchSize` is the default: neither is part of what was reviewed here.
     * @param PlanSummary $summary How much of what.
     * @param Expected $expected What the target must hold afterwards.
     * @param list<Issue> $issues What is worth knowing, in the order: the site, totals, contacts by the key of their address. Of each code that is no error at most `ISSUES_PER_CODE` are kept; the summary counts all.
     * @param string|null $takesBack The plan whose run this one takes back; absent where it moves people.
     */
    public function __construct(
        public int $format,
        public string $site,
        public Environment $environment,
        public PlanOptions $options,
        public PlanSummary $summary,
        public Expected $expected,
        public array $issues = [],
        public ?string $takesBack = null,
    ) {
    }
}
