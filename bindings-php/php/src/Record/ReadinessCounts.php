<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** The numbers to be noted before a move. */
final readonly class ReadinessCounts extends Record
{
    public const FIELDS = [
        'contacts' => null,
        'people' => null,
        'byStatus' => ['map', null],
        'tags' => ['list', TagCount::class],
        'offerings' => ['list', OfferingCount::class],
        'activeSubscriptions' => null,
        'orders' => null,
        'subscriptions' => null,
        'users' => null,
    ];

    /**
     * @param int $contacts Contacts.
     * @param int $people How many people they are: those whose addresses share a key are one.
     * @param array<string, int> $byStatus Contacts by marketing status, from the loosest to the strictest; a status that nobody has is left out.
     * @param list<TagCount> $tags The source's tags, by name, each with how many contacts hold it.
     * @param list<OfferingCount> $offerings The offerings, in the order of the site, each with how many members it has.
     * @param int|null $activeSubscriptions Those of them that charge again by themselves.
     * @param int|null $orders Orders of all systems; absent where nobody looked.
     * @param int|null $subscriptions Subscriptions of all systems, as recorded; absent where nobody looked.
     * @param int|null $users Users of the target; absent where nobody looked.
     */
    public function __construct(
        public int $contacts,
        public int $people,
        public array $byStatus,
        public array $tags,
        public array $offerings,
        public ?int $activeSubscriptions = null,
        public ?int $orders = null,
        public ?int $subscriptions = null,
        public ?int $users = null,
    ) {
    }
}
