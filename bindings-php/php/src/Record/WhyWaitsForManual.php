<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `waits-for-manual`.
 *
 * It counts from a module that opens by hand and is not open.
 */
final readonly class WhyWaitsForManual extends Why
{
    public const KIND = 'waits-for-manual';

    public const FIELDS = [
        'module' => null,
    ];

    /** @param string $module That module. */
    public function __construct(
        public string $module,
    ) {
        parent::__construct(self::KIND);
    }
}
