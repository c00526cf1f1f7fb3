<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * Everything that is known of a move, as one document for people and programs.
 *
 * The order of the sections is: overview, what to do next, the list, people, releases, readiness, plan, run, proof, access, billing; each stands where its part was
 * given. The same parts give the same bytes. No secret is in it: no part holds one.
 *
 * With a key nobody can be recognised: every address, name and id of a person, an order or a subscription is
 * a keyed pseudonym, in messages and values too; what people wrote as they liked is withheld. What the site's document names, such as its
 * tags, stays.
 */
final readonly class Report extends Record
{
    public const FIELDS = [
        'head' => ReportHead::class,
        'sections' => ['list', ReportSection::class],
    ];

    /**
     * @param ReportHead $head What it says of itself.
     * @param list<ReportSection> $sections Its sections.
     */
    public function __construct(
        public ReportHead $head,
        public array $sections,
    ) {
    }
}
