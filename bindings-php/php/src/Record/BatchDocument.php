<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Operations of one phase, to be carried out in order. They may be carried out in one transaction. */
final readonly class BatchDocument extends Record
{
    public const FIELDS = [
        'phase' => Phase::class,
        'operations' => ['list', Operation::class],
        'waitSeconds' => null,
    ];

    /**
     * @param Phase $phase The phase.
     * @param list<Operation> $operations The operations, in order.
     * @param int $waitSeconds How many seconds to wait before they are tried: none at first, and longer each time that they failed and may be tried again.
     */
    public function __construct(
        public Phase $phase,
        public array $operations,
        public int $waitSeconds,
    ) {
    }
}
