<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step2` of the kind `rollback`.
 *
 * A plan is made that takes the run back.
 */
final readonly class Step2Rollback extends Step2
{
    public const KIND = 'rollback';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
