<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Why` of the kind `manual`.
 *
 * It opens by hand only.
 */
final readonly class WhyManual extends Why
{
    public const KIND = 'manual';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
