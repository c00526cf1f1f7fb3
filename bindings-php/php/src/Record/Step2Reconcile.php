<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step2` of the kind `reconcile`.
 *
 * The plan at hand is compared with the target.
 */
final readonly class Step2Reconcile extends Step2
{
    public const KIND = 'reconcile';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
