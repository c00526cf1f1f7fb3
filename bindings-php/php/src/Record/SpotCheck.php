<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One person to look at, with what is to be seen: the eight fields of AccessAlly's own instructions. */
final readonly class SpotCheck extends Record
{
    public const FIELDS = [
        'email' => null,
        'tags' => ['list', null],
        'orderIds' => ['list', null],
        'subscriptionIds' => ['list', null],
        'standsFor' => ['list', Stratum::class],
        'contactId' => null,
        'firstName' => null,
        'lastName' => null,
        'referringAffiliate' => null,
    ];

    /**
     * @param string $email The address.
     * @param list<string> $tags The tags, by name.
     * @param list<string> $orderIds Order ids, in order of appearance.
     * @param list<string> $subscriptionIds Subscription ids, in order of appearance.
     * @param list<Stratum> $standsFor Which kinds of people this one stands for.
     * @param string|null $contactId The source's id.
     * @param string|null $firstName Given name.
     * @param string|null $lastName Family name.
     * @param string|null $referringAffiliate Who referred them.
     */
    public function __construct(
        public string $email,
        public array $tags,
        public array $orderIds,
        public array $subscriptionIds,
        public array $standsFor,
        public ?string $contactId = null,
        public ?string $firstName = null,
        public ?string $lastName = null,
        public ?string $referringAffiliate = null,
    ) {
    }
}
