<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A refusal as data: what bindings make their exceptions of. */
final readonly class Failure extends Record
{
    public const FIELDS = [
        'code' => Code::class,
        'category' => Category::class,
        'message' => null,
        'help' => null,
        'issues' => ['list', Issue::class],
        'location' => Location::class,
    ];

    /**
     * @param Code $code The stable code.
     * @param Category $category Which exception class a host raises.
     * @param string $message Lower-case, no full stop, input in back-ticks and shortened.
     * @param string $help What to do about it.
     * @param list<Issue> $issues Every issue behind the refusal, in document order; empty where it stands for itself.
     * @param Location|null $location Where in the input.
     */
    public function __construct(
        public Code $code,
        public Category $category,
        public string $message,
        public string $help,
        public array $issues = [],
        public ?Location $location = null,
    ) {
    }
}
