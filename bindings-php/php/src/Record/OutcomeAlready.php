<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Outcome` of the kind `already`.
 *
 * It had been carried out before, so there was nothing to do.
 */
final readonly class OutcomeAlready extends Outcome
{
    public const KIND = 'already';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
