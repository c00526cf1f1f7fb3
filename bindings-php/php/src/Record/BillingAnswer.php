<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class BillingAnswer extends Record
{
    public const FIELDS = [
        'environment' => Environment::class,
        'actions' => ['list', BillingAction::class],
        'issues' => ['list', Issue::class],
        'obligations' => ['list', Obligation::class],
        'subscriptions' => ['list', BilledSubscription::class],
        'unresolved' => ['list', UnresolvedSubscription::class],
    ];

    /**
     * @param Environment $environment The copy of the site that the plan is for.
     * @param list<BillingAction>|null $actions By deadline.
     * @param list<Issue>|null $issues Of the site, its offerings, products, subscriptions and obligations.
     * @param list<Obligation>|null $obligations Each obligation once, by customer and what is owed.
     * @param list<BilledSubscription>|null $subscriptions Each subscription once, by customer, what is owed, system and id.
     * @param list<UnresolvedSubscription>|null $unresolved In the order of the subscriptions.
     */
    public function __construct(
        public Environment $environment,
        public ?array $actions = null,
        public ?array $issues = null,
        public ?array $obligations = null,
        public ?array $subscriptions = null,
        public ?array $unresolved = null,
    ) {
    }
}
