<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `condition`.
 *
 * Goes one way or the other; both ways lead on to the step after it.
 */
final readonly class StepCondition extends Step
{
    public const KIND = 'condition';

    public const FIELDS = [
        'when' => ContactCondition::class,
        'otherwise' => ['list', Step::class],
        'then' => ['list', Step::class],
    ];

    /**
     * @param ContactCondition $when What is asked.
     * @param list<Step> $otherwise The steps where it does not.
     * @param list<Step> $then The steps where it holds.
     */
    public function __construct(
        public ContactCondition $when,
        public array $otherwise = [],
        public array $then = [],
    ) {
        parent::__construct(self::KIND);
    }
}
