<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `or`.
 *
 * Holds where at least one of the rules does.
 */
final readonly class RuleOr extends Rule
{
    public const KIND = 'or';

    public const FIELDS = [
        'rules' => ['list', Rule::class],
    ];

    /** @param list<Rule> $rules The rules; at least one. */
    public function __construct(
        public array $rules,
    ) {
        parent::__construct(self::KIND);
    }
}
