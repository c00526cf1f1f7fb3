<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Stratum` of the kind `buyer`.
 *
 * With orders or subscriptions.
 */
final readonly class StratumBuyer extends Stratum
{
    public const KIND = 'buyer';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
