<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `VerdictReason` of the kind `old`.
 *
 * Items whose answers no longer count.
 */
final readonly class VerdictReasonOld extends VerdictReason
{
    public const KIND = 'old';

    public const FIELDS = [
        'items' => ['list', ChecklistItem::class],
    ];

    /** @param list<ChecklistItem> $items Which, in the order of the checklist. */
    public function __construct(
        public array $items,
    ) {
        parent::__construct(self::KIND);
    }
}
