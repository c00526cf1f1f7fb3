<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `not`.
 *
 * Holds where the rule does not. What is not known stays not known: nobody gets in by not being logged in, unless the
 * rule asks for just that.
 */
final readonly class RuleNot extends Rule
{
    public const KIND = 'not';

    public const FIELDS = [
        'rule' => Rule::class,
    ];

    /** @param Rule $rule The rule. */
    public function __construct(
        public Rule $rule,
    ) {
        parent::__construct(self::KIND);
    }
}
