<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * One person of the source.
 *
 * Two contacts are the same person when their addresses share a key; see `Email::key`.
 */
final readonly class Contact extends Record
{
    public const FIELDS = [
        'email' => null,
        'marketing' => Marketing::class,
        'address' => Address::class,
        'company' => null,
        'createdAt' => 'instant',
        'custom' => ['map', null],
        'externalId' => null,
        'externalIdAliases' => ['list', null],
        'firstName' => null,
        'lastName' => null,
        'locale' => null,
        'orderIds' => ['list', null],
        'phone' => null,
        'referringAffiliate' => null,
        'roles' => ['list', null],
        'subscriptionIds' => ['list', null],
        'tags' => ['list', null],
        'timeZone' => null,
        'updatedAt' => 'instant',
        'username' => null,
    ];

    /**
     * @param string $email The address.
     * @param Marketing $marketing What the person may be sent.
     * @param Address|null $address Postal address.
     * @param string|null $company Company.
     * @param \DateTimeImmutable|null $createdAt When the source first knew the person.
     * @param array<string, string> $custom Fields the source has and this type has not, by the source's name, in column order.
     * @param string|null $externalId The source's own id, kept as text.
     * @param list<string> $externalIdAliases Further ids of the source under the same address, in order of appearance.
     * @param string|null $firstName Given name.
     * @param string|null $lastName Family name.
     * @param string|null $locale Language, as the source writes it.
     * @param list<string> $orderIds Order ids, in order of appearance.
     * @param string|null $phone Telephone number: E.164, as in `+12125550123` or `+12125550123 ext. 45`, where reading could make it so; else as written.
     * @param string|null $referringAffiliate Who referred the person.
     * @param list<string> $roles The roles that the person has on the source site, by its own names, in order of appearance. No role is given to anybody by them.
     * @param list<string> $subscriptionIds Subscription ids, in order of appearance.
     * @param list<string> $tags Tags, each once, in order of appearance.
     * @param string|null $timeZone IANA time zone, as the source writes it.
     * @param \DateTimeImmutable|null $updatedAt When the source last changed the record.
     * @param string|null $username The login name, only where it differs from the address.
     */
    public function __construct(
        public string $email,
        public Marketing $marketing = new Marketing(),
        public ?Address $address = null,
        public ?string $company = null,
        public ?\DateTimeImmutable $createdAt = null,
        public array $custom = [],
        public ?string $externalId = null,
        public array $externalIdAliases = [],
        public ?string $firstName = null,
        public ?string $lastName = null,
        public ?string $locale = null,
        public array $orderIds = [],
        public ?string $phone = null,
        public ?string $referringAffiliate = null,
        public array $roles = [],
        public array $subscriptionIds = [],
        public array $tags = [],
        public ?string $timeZone = null,
        public ?\DateTimeImmutable $updatedAt = null,
        public ?string $username = null,
    ) {
    }
}
