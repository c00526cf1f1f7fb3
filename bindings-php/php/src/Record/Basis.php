<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What readiness is assessed by besides the site and its contacts. */
final readonly class Basis extends Record
{
    public const FIELDS = [
        'answers' => ['map', ChecklistAnswer::class],
        'environmentSince' => 'instant',
        'sources' => ['list', BillingSource::class],
        'users' => ['list', TargetUser::class],
    ];

    /**
     * @param array<string, ChecklistAnswer> $answers What people answered, by item.
     * @param \DateTimeImmutable|null $environmentSince Since when the environment is what the site document says.
     * @param list<BillingSource>|null $sources The orders and subscriptions of every system; nobody looked, where absent.
     * @param list<TargetUser>|null $users The target's users before the move, in any order; nobody looked, where absent.
     */
    public function __construct(
        public array $answers = [],
        public ?\DateTimeImmutable $environmentSince = null,
        public ?array $sources = null,
        public ?array $users = null,
    ) {
    }
}
