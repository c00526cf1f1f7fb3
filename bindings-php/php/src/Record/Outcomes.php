<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What became of a batch, as its host tells the run. */
final readonly class Outcomes extends Record
{
    public const FIELDS = [
        'outcomes' => ['list', Outcome::class],
        'at' => 'instant',
    ];

    /**
     * @param list<Outcome> $outcomes One for each operation of the batch, in order.
     * @param \DateTimeImmutable $at The instant at which they are known.
     */
    public function __construct(
        public array $outcomes,
        public \DateTimeImmutable $at,
    ) {
    }
}
