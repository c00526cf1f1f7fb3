<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `BillingInterval` of the kind `lifetime`.
 *
 * Once, for good.
 */
final readonly class BillingIntervalLifetime extends BillingInterval
{
    public const KIND = 'lifetime';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
