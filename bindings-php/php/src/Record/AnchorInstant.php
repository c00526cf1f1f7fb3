<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Anchor` of the kind `instant`.
 *
 * A fixed point in time, the same for everybody.
 */
final readonly class AnchorInstant extends Anchor
{
    public const KIND = 'instant';

    public const FIELDS = [
        'at' => 'instant',
    ];

    /** @param \DateTimeImmutable $at The point. */
    public function __construct(
        public \DateTimeImmutable $at,
    ) {
        parent::__construct(self::KIND);
    }
}
