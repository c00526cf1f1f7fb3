<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One user of the target. On the wire one flat object; what is absent is not known. */
final readonly class TargetUser extends Record
{
    public const FIELDS = [
        'id' => null,
        'email' => null,
        'address' => Address::class,
        'company' => null,
        'createdAt' => 'instant',
        'custom' => ['map', null],
        'enrollments' => ['map', TargetEnrollment::class],
        'externalId' => null,
        'externalIdAliases' => ['list', null],
        'firstName' => null,
        'lastName' => null,
        'locale' => null,
        'marketing' => Marketing::class,
        'orderIds' => ['list', null],
        'phone' => null,
        'referringAffiliate' => null,
        'roles' => ['list', null],
        'subscriptionIds' => ['list', null],
        'tags' => ['list', null],
        'timeZone' => null,
        'username' => null,
    ];

    /**
     * @param string $id The target's own id.
     * @param string $email The address.
     * @param Address|null $address Postal address.
     * @param string|null $company Company.
     * @param \DateTimeImmutable|null $createdAt When the user was first known.
     * @param array<string, string> $custom Further fields, by name.
     * @param array<string, TargetEnrollment> $enrollments What they are enrolled in.
     * @param string|null $externalId The source's id, where an earlier move left one.
     * @param list<string> $externalIdAliases Further ids of the source.
     * @param string|null $firstName Given name.
     * @param string|null $lastName Family name.
     * @param string|null $locale Language.
     * @param Marketing|null $marketing What the user may be sent; absent on the wire where the target says nothing.
     * @param list<string> $orderIds Order ids, as references.
     * @param string|null $phone Telephone number.
     * @param string|null $referringAffiliate Who referred them.
     * @param list<string> $roles The roles, by the target's names.
     * @param list<string> $subscriptionIds Subscription ids, as references.
     * @param list<string> $tags The tags they hold.
     * @param string|null $timeZone IANA time zone.
     * @param string|null $username The login name; where absent, the address is.
     */
    public function __construct(
        public string $id,
        public string $email,
        public ?Address $address = null,
        public ?string $company = null,
        public ?\DateTimeImmutable $createdAt = null,
        public array $custom = [],
        public array $enrollments = [],
        public ?string $externalId = null,
        public array $externalIdAliases = [],
        public ?string $firstName = null,
        public ?string $lastName = null,
        public ?string $locale = null,
        public ?Marketing $marketing = null,
        public array $orderIds = [],
        public ?string $phone = null,
        public ?string $referringAffiliate = null,
        public array $roles = [],
        public array $subscriptionIds = [],
        public array $tags = [],
        public ?string $timeZone = null,
        public ?string $username = null,
    ) {
    }
}
