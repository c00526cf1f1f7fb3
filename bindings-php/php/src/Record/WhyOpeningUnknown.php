<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `opening-unknown`.
 *
 * It counts from a module that is open, since nobody knows when.
 */
final readonly class WhyOpeningUnknown extends Why
{
    public const KIND = 'opening-unknown';

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
