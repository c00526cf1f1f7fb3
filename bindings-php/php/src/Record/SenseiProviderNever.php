<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `SenseiProvider` of the kind `never`.
 *
 * Enrolls nobody.
 */
final readonly class SenseiProviderNever extends SenseiProvider
{
    public const KIND = 'never';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
