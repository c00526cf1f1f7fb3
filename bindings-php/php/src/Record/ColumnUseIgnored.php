<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ColumnUse` of the kind `ignored`.
 *
 * Left out because the caller says so.
 */
final readonly class ColumnUseIgnored extends ColumnUse
{
    public const KIND = 'ignored';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
