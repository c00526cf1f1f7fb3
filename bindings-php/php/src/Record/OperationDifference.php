<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An operation that two plans do not have alike. */
final readonly class OperationDifference extends Record
{
    public const FIELDS = [
        'after' => Operation::class,
        'before' => Operation::class,
    ];

    /**
     * @param Operation|null $after The other one's.
     * @param Operation|null $before The first plan's; absent where only the other one has it.
     */
    public function __construct(
        public ?Operation $after = null,
        public ?Operation $before = null,
    ) {
    }
}
