<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `passwords`.
 *
 * The host asks for the passwords of the plan's operations, with a seed, and with these people in place of the script's.
 */
final readonly class ScriptStepPasswords extends ScriptStep
{
    public const KIND = 'passwords';

    public const FIELDS = [
        'seed' => null,
        'contacts' => ['list', Contact::class],
    ];

    /**
     * @param string $seed
     * @param list<Contact>|null $contacts
     */
    public function __construct(
        public string $seed,
        public ?array $contacts = null,
    ) {
        parent::__construct(self::KIND);
    }
}
