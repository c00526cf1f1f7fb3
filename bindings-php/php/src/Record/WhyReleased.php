<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `released`.
 *
 * It is recorded as open, whatever the clock says.
 */
final readonly class WhyReleased extends Why
{
    public const KIND = 'released';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
