<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step2` of the kind `approve`.
 *
 * The plan at hand is the approved one.
 */
final readonly class Step2Approve extends Step2
{
    public const KIND = 'approve';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
