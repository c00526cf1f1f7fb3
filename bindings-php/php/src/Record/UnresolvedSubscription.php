<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A subscription of which something cannot be told. */
final readonly class UnresolvedSubscription extends Record
{
    public const FIELDS = [
        'subscription' => null,
        'reasons' => ['list', Issue::class],
    ];

    /**
     * @param string $subscription Which.
     * @param list<Issue> $reasons Why, at least one.
     */
    public function __construct(
        public string $subscription,
        public array $reasons,
    ) {
    }
}
