<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `at-once`.
 *
 * Its rule says at once: it opens at enrollment.
 */
final readonly class WhyAtOnce extends Why
{
    public const KIND = 'at-once';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
