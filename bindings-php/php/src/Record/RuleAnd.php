<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `and`.
 *
 * Holds where every one of the rules does.
 */
final readonly class RuleAnd extends Rule
{
    public const KIND = 'and';

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
