<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How much of what is in a plan. A plan for verification only counts what would be there. */
final readonly class PlanSummary extends Record
{
    public const FIELDS = [
        'contacts' => null,
        'toCreate' => null,
        'toUpdate' => null,
        'unchanged' => null,
        'protected' => null,
        'skipped' => null,
        'leftOut' => null,
        'tagsToAdd' => null,
        'tagsDropped' => null,
        'orderReferences' => null,
        'subscriptionReferences' => null,
        'operations' => ['map', ['map', null]],
        'issues' => ['map', null],
        'toDelete' => null,
    ];

    /**
     * @param int $contacts Contacts, each person once; in a rollback, people whom the run changed. The sum of the seven numbers below.
     * @param int $toCreate Contacts that become users.
     * @param int $toUpdate Users who get anything: a field, a tag, an enrollment, a module.
     * @param int $unchanged Users who have everything already; in a rollback, of whom nothing is taken back.
     * @param int $protected Users who are left alone: administrators, and the person who runs the migration; and administrators of the source who are no users yet.
     * @param int $skipped Users who are left as they are because the options say so.
     * @param int $leftOut Contacts who are neither members nor buyers nor users, where only those are taken; and those whom the target cannot hold.
     * @param int $tagsToAdd Tags to add: the sum over all users.
     * @param int $tagsDropped Tags of contacts that the tag map leaves behind: the sum over all contacts.
     * @param int $orderReferences Orders carried as references.
     * @param int $subscriptionReferences Subscriptions carried as references.
     * @param array<string, array<string, int>> $operations Operations by phase and kind.
     * @param array<string, int> $issues Issues by the name of their code, those that are not kept included.
     * @param int|null $toDelete Users who are deleted, as only a rollback does.
     */
    public function __construct(
        public int $contacts,
        public int $toCreate,
        public int $toUpdate,
        public int $unchanged,
        public int $protected,
        public int $skipped,
        public int $leftOut,
        public int $tagsToAdd,
        public int $tagsDropped,
        public int $orderReferences,
        public int $subscriptionReferences,
        public array $operations,
        public array $issues,
        public ?int $toDelete = null,
    ) {
    }
}
