<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What an automation does to a contact. */
final readonly class Timeline extends Record
{
    public const FIELDS = [
        'lines' => ['list', TimelineLine::class],
        'whereabouts' => Whereabouts::class,
        'tags' => ['list', null],
        'issues' => ['list', Issue::class],
    ];

    /**
     * @param list<TimelineLine> $lines What happens, in order of time; at one instant in the order in which it happens.
     * @param Whereabouts $whereabouts Where the contact is afterwards.
     * @param list<string> $tags The tags they hold afterwards, sorted.
     * @param list<Issue> $issues Why the timeline ends early, where it does.
     */
    public function __construct(
        public array $lines,
        public Whereabouts $whereabouts,
        public array $tags,
        public array $issues,
    ) {
    }
}
