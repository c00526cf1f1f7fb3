<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How `join_contacts` tells who is whom. */
final readonly class JoinOptions extends Record
{
    public const FIELDS = [
        'duplicates' => DuplicatesPolicy::class,
        'idField' => null,
    ];

    /**
     * @param DuplicatesPolicy $duplicates Which value is kept where two records of one list are one person.
     * @param string|null $idField The users' custom field that holds the contact id, such as `activecampaign_contact_id`. Left out: the users' own ids are the contact ids, as Memberium's are.
     */
    public function __construct(
        public DuplicatesPolicy $duplicates = DuplicatesPolicy::Newest,
        public ?string $idField = null,
    ) {
    }
}
