<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ReleaseRule` of the kind `manual`.
 *
 * Never by the clock: only a tag, an automation or a person opens it.
 */
final readonly class ReleaseRuleManual extends ReleaseRule
{
    public const KIND = 'manual';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
