<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `VerdictReason` of the kind `all-confirmed`.
 *
 * Every item is confirmed or does not apply.
 */
final readonly class VerdictReasonAllConfirmed extends VerdictReason
{
    public const KIND = 'all-confirmed';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
