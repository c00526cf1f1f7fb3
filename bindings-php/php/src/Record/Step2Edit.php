<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step2` of the kind `edit`.
 *
 * Somebody changes a user of the target: each field is set, or taken away by null.
 */
final readonly class Step2Edit extends Step2
{
    public const KIND = 'edit';

    public const FIELDS = [
        'email' => null,
        'fields' => 'nothing',
    ];

    /**
     * @param string $email
     * @param array{} $fields
     */
    public function __construct(
        public string $email,
        public array $fields,
    ) {
        parent::__construct(self::KIND);
    }
}
