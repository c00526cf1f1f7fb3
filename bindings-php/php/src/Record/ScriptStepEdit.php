<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ScriptStep` of the kind `edit`.
 *
 * Somebody changes a user of the target: each field is set, or taken away by null.
 */
final readonly class ScriptStepEdit extends ScriptStep
{
    public const KIND = 'edit';

    public const FIELDS = [
        'email' => null,
        'fields' => ['map', null],
    ];

    /**
     * @param string $email
     * @param array<string, mixed> $fields
     */
    public function __construct(
        public string $email,
        public array $fields,
    ) {
        parent::__construct(self::KIND);
    }
}
