<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `plan`.
 *
 * A plan is made anew, of these people and the target as it is; the journal stays that of the run before.
 */
final readonly class ScriptStepPlan extends ScriptStep
{
    public const KIND = 'plan';

    public const FIELDS = [
        'contacts' => ['list', Contact::class],
    ];

    /** @param list<Contact> $contacts */
    public function __construct(
        public array $contacts,
    ) {
        parent::__construct(self::KIND);
    }
}
