<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An operation that fails: its outcomes in the order of its attempts; what comes after them is carried out. */
final readonly class NamedFailure extends Record
{
    public const FIELDS = [
        'operation' => OperationKind::class,
        'outcomes' => ['list', Outcome::class],
        'user' => null,
    ];

    /**
     * @param OperationKind $operation
     * @param list<Outcome> $outcomes
     * @param string|null $user Whose; the site's, where absent.
     */
    public function __construct(
        public OperationKind $operation,
        public array $outcomes,
        public ?string $user = null,
    ) {
    }
}
