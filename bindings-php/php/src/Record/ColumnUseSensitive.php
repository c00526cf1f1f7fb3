<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ColumnUse` of the kind `sensitive`.
 *
 * Left out: it holds secrets or identity numbers.
 */
final readonly class ColumnUseSensitive extends ColumnUse
{
    public const KIND = 'sensitive';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
