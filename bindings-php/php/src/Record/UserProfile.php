<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What is known of a person. In an update it holds only the fields that change. */
final readonly class UserProfile extends Record
{
    public const FIELDS = [
        'address' => Address::class,
        'company' => null,
        'createdAt' => 'instant',
        'custom' => ['map', null],
        'externalId' => null,
        'externalIdAliases' => ['list', null],
        'firstName' => null,
        'lastName' => null,
        'locale' => null,
        'marketing' => Marketing::class,
        'orderIds' => ['list', null],
        'phone' => null,
        'referringAffiliate' => null,
        'subscriptionIds' => ['list', null],
        'timeZone' => null,
    ];

    /**
     * @param Address|null $address Postal address.
     * @param string|null $company Company.
     * @param \DateTimeImmutable|null $createdAt When the person was first known.
     * @param array<string, string> $custom The source's own fields, by name.
     * @param string|null $externalId The source's own id.
     * @param list<string> $externalIdAliases Further ids of the source under the same address, in order of appearance.
     * @param string|null $firstName Given name.
     * @param string|null $lastName Family name.
     * @param string|null $locale Language, as the source writes it.
     * @param Marketing|null $marketing What the person may be sent; absent where nothing was stated.
     * @param list<string> $orderIds Order ids, in order of appearance. References only: no order is moved.
     * @param string|null $phone Telephone number as written.
     * @param string|null $referringAffiliate Who referred the person.
     * @param list<string> $subscriptionIds Subscription ids, in order of appearance. References only: no charge is moved.
     * @param string|null $timeZone IANA time zone, as the source writes it.
     */
    public function __construct(
        public ?Address $address = null,
        public ?string $company = null,
        public ?\DateTimeImmutable $createdAt = null,
        public array $custom = [],
        public ?string $externalId = null,
        public array $externalIdAliases = [],
        public ?string $firstName = null,
        public ?string $lastName = null,
        public ?string $locale = null,
        public ?Marketing $marketing = null,
        public array $orderIds = [],
        public ?string $phone = null,
        public ?string $referringAffiliate = null,
        public array $subscriptionIds = [],
        public ?string $timeZone = null,
    ) {
    }
}
