<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `not-run`.
 *
 * The automation would start, or go on, and does not.
 */
final readonly class HappeningNotRun extends Happening
{
    public const KIND = 'not-run';

    public const FIELDS = [
        'reason' => NotRun::class,
    ];

    /** @param NotRun $reason Why. */
    public function __construct(
        public NotRun $reason,
    ) {
        parent::__construct(self::KIND);
    }
}
