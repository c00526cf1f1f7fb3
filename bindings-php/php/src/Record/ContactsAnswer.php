<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ContactsAnswer extends Record
{
    public const FIELDS = [
        'contacts' => ['list', Contact::class],
        'detection' => Detection::class,
        'issues' => ['list', Issue::class],
        'mapping' => Mapping::class,
        'setAsideCsv' => null,
        'stats' => IntakeStats::class,
    ];

    /**
     * @param list<Contact>|null $contacts Each person once, in order of first appearance.
     * @param Detection|null $detection
     * @param list<Issue>|null $issues What concerns the input as a whole, then each record's in their order, then what only the last record could settle.
     * @param Mapping|null $mapping
     * @param string|null $setAsideCsv The records that were set aside, with the header; the header alone where none was.
     * @param IntakeStats|null $stats
     */
    public function __construct(
        public ?array $contacts = null,
        public ?Detection $detection = null,
        public ?array $issues = null,
        public ?Mapping $mapping = null,
        public ?string $setAsideCsv = null,
        public ?IntakeStats $stats = null,
    ) {
    }
}
