<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `MemberPressWindow` of the kind `fixed`.
 *
 * The same for everybody: a drip or an expiry by date.
 */
final readonly class MemberPressWindowFixed extends MemberPressWindow
{
    public const KIND = 'fixed';

    public const FIELDS = [
        'from' => 'instant',
        'until' => 'instant',
    ];

    /**
     * @param \DateTimeImmutable|null $from From when on it grants.
     * @param \DateTimeImmutable|null $until From when on it no longer does.
     */
    public function __construct(
        public ?\DateTimeImmutable $from = null,
        public ?\DateTimeImmutable $until = null,
    ) {
        parent::__construct(self::KIND);
    }
}
