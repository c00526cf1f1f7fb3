<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * What must hold for access. On the wire tagged by `kind`.
 *
 * The four tag tests are AccessAlly's member filters. `missing-any` is *not* the negation of `has-any`: a member
 * who holds one of two tags both has any and misses any. The negation of `has-any` is `missing-all`, that of `has-all` is
 * `missing-any`.
 */
abstract readonly class Rule extends Record
{
    public const KINDS = [
        'public' => RulePublic::class,
        'logged-in' => RuleLoggedIn::class,
        'has-any' => RuleHasAny::class,
        'has-all' => RuleHasAll::class,
        'missing-any' => RuleMissingAny::class,
        'missing-all' => RuleMissingAll::class,
        'enrolled' => RuleEnrolled::class,
        'released' => RuleReleased::class,
        'role' => RuleRole::class,
        'and' => RuleAnd::class,
        'or' => RuleOr::class,
        'not' => RuleNot::class,
        'during' => RuleDuring::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
