<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** The person who asks for access, as far as rules can ask about them. The default is a visitor who is not logged in. */
final readonly class Member extends Record
{
    public const FIELDS = [
        'loggedIn' => null,
        'roles' => ['list', null],
        'tags' => ['list', null],
        'enrollments' => ['list', MemberEnrollment::class],
        'registeredAt' => 'instant',
        'timezone' => null,
    ];

    /**
     * @param bool $loggedIn Whether the person is logged in. Where not, nothing else is taken as known of them but forbidden tags.
     * @param list<string> $roles Their roles on the target, such as `subscriber`; `administrator` opens everything.
     * @param list<string> $tags The tags they hold.
     * @param list<MemberEnrollment> $enrollments What they are enrolled in; one whose access was taken away is left out.
     * @param \DateTimeImmutable|null $registeredAt When they joined the site.
     * @param string|null $timezone Their own time zone.
     */
    public function __construct(
        public bool $loggedIn = false,
        public array $roles = [],
        public array $tags = [],
        public array $enrollments = [],
        public ?\DateTimeImmutable $registeredAt = null,
        public ?string $timezone = null,
    ) {
    }
}
