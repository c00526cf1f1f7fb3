<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `base`.
 *
 * The base module opens at enrollment.
 */
final readonly class WhyBase extends Why
{
    public const KIND = 'base';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
