<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `SubscriptionFate` of the kind `continues`.
 *
 * Whoever charges goes on charging; nobody has to do anything.
 */
final readonly class SubscriptionFateContinues extends SubscriptionFate
{
    public const KIND = 'continues';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
