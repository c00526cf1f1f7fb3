<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A contact as a simulation begins, and what happens to them. By default a subscriber with nothing. */
final readonly class ContactHistory extends Record
{
    public const FIELDS = [
        'events' => ['list', ContactEvent::class],
        'fields' => ['map', null],
        'loginSince' => 'instant',
        'standing' => ContactStanding::class,
        'tags' => ['list', null],
    ];

    /**
     * @param list<ContactEvent> $events What happens to them, in any order; of what happens at one instant the order is kept.
     * @param array<string, string> $fields Their custom fields.
     * @param \DateTimeImmutable|null $loginSince When their login was made; they have none, where absent.
     * @param ContactStanding $standing Whether they get mail.
     * @param list<string> $tags The tags they hold.
     */
    public function __construct(
        public array $events = [],
        public array $fields = [],
        public ?\DateTimeImmutable $loginSince = null,
        public ContactStanding $standing = ContactStanding::Subscribed,
        public array $tags = [],
    ) {
    }
}
