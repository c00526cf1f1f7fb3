<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class RecordsAnswer extends Record
{
    public const FIELDS = [
        'contacts' => ['list', Contact::class],
        'detection' => Detection::class,
        'issues' => ['list', Issue::class],
        'mapping' => Mapping::class,
        'setAside' => ['list', SetAsideRecord::class],
        'stats' => IntakeStats::class,
        'tagDates' => ['list', TagDate::class],
    ];

    /**
     * @param list<Contact>|null $contacts Each person once, in order of first appearance.
     * @param Detection|null $detection
     * @param list<Issue>|null $issues What concerns the input as a whole, then each record's in their order, then what only the last record could settle.
     * @param Mapping|null $mapping
     * @param list<SetAsideRecord>|null $setAside The records that were set aside, each with its JSON as its one cell, in their order.
     * @param IntakeStats|null $stats
     * @param list<TagDate> $tagDates When contacts were given their tags, by contact and then tag; nothing where the source does not say.
     */
    public function __construct(
        public ?array $contacts = null,
        public ?Detection $detection = null,
        public ?array $issues = null,
        public ?Mapping $mapping = null,
        public ?array $setAside = null,
        public ?IntakeStats $stats = null,
        public array $tagDates = [],
    ) {
    }
}
