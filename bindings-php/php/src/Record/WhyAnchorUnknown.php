<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `anchor-unknown`.
 *
 * It counts from something that has not happened, or of which nobody knows when it did.
 */
final readonly class WhyAnchorUnknown extends Why
{
    public const KIND = 'anchor-unknown';

    public const FIELDS = [
        'anchor' => Anchor::class,
    ];

    /** @param Anchor $anchor What it counts from. */
    public function __construct(
        public Anchor $anchor,
    ) {
        parent::__construct(self::KIND);
    }
}
