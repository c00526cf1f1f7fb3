<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `SubscriptionFate` of the kind `unknown`.
 *
 * It cannot be told; `BillingPlan::unresolved` says why.
 */
final readonly class SubscriptionFateUnknown extends SubscriptionFate
{
    public const KIND = 'unknown';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
