<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ReleaseRule` of the kind `at-once`.
 *
 * At enrollment.
 */
final readonly class ReleaseRuleAtOnce extends ReleaseRule
{
    public const KIND = 'at-once';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
