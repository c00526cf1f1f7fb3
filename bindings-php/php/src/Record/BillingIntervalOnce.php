<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `BillingInterval` of the kind `once`.
 *
 * Once, for a limited time.
 */
final readonly class BillingIntervalOnce extends BillingInterval
{
    public const KIND = 'once';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
