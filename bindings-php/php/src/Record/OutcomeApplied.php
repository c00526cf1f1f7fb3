<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Outcome` of the kind `applied`.
 *
 * It was carried out.
 */
final readonly class OutcomeApplied extends Outcome
{
    public const KIND = 'applied';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
