<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Shown` of the kind `planned`. */
final readonly class ShownPlanned extends Shown
{
    public const KIND = 'planned';

    public const FIELDS = [
        'operations' => ['list', null],
        'issues' => ['list', Issue::class],
    ];

    /**
     * @param list<string> $operations As `add-tags ada@example.com`, in the order of the run.
     * @param list<Issue> $issues
     */
    public function __construct(
        public array $operations,
        public array $issues,
    ) {
        parent::__construct(self::KIND);
    }
}
