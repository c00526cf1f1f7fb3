<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `offering-released`.
 *
 * The site gives an offering, and starts its release timers.
 */
final readonly class HappeningOfferingReleased extends Happening
{
    public const KIND = 'offering-released';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering Which. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
