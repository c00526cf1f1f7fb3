<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `SenseiProvider` of the kind `always`.
 *
 * Enrolls everybody who is logged in.
 */
final readonly class SenseiProviderAlways extends SenseiProvider
{
    public const KIND = 'always';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
