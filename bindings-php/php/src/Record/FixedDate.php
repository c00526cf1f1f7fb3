<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A fixed date that stands beside a relative rule. */
final readonly class FixedDate extends Record
{
    public const FIELDS = [
        'at' => 'instant',
        'precedence' => Precedence::class,
    ];

    /**
     * @param \DateTimeImmutable $at The date.
     * @param Precedence $precedence Which of the two holds; the later, where absent on the wire.
     */
    public function __construct(
        public \DateTimeImmutable $at,
        public Precedence $precedence = Precedence::Latest,
    ) {
    }
}
