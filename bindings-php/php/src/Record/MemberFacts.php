<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a schedule may know of a member besides the enrollment. By default nothing. */
final readonly class MemberFacts extends Record
{
    public const FIELDS = [
        'completedModules' => ['map', ['map', 'instant']],
        'completions' => ['map', 'instant'],
        'lastPurchases' => ['map', 'instant'],
        'purchases' => ['map', 'instant'],
        'registeredAt' => 'instant',
        'timezone' => null,
    ];

    /**
     * @param array<string, array<string, \DateTimeImmutable>> $completedModules When they completed modules of other offerings than the one enrolled in, whose own are in `Enrollment::completed`.
     * @param array<string, \DateTimeImmutable> $completions When they completed the whole of each offering.
     * @param array<string, \DateTimeImmutable> $lastPurchases When they last bought each offering that they bought more than once. MemberPress ends access by the last purchase; every other timer counts from the first.
     * @param array<string, \DateTimeImmutable> $purchases When they first bought each offering.
     * @param \DateTimeImmutable|null $registeredAt When they joined the site.
     * @param string|null $timezone Their own zone.
     */
    public function __construct(
        public array $completedModules = [],
        public array $completions = [],
        public array $lastPurchases = [],
        public array $purchases = [],
        public ?\DateTimeImmutable $registeredAt = null,
        public ?string $timezone = null,
    ) {
    }
}
