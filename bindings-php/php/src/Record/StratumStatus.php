<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Stratum` of the kind `status`.
 *
 * Of this marketing status.
 */
final readonly class StratumStatus extends Stratum
{
    public const KIND = 'status';

    public const FIELDS = [
        'status' => MarketingStatus::class,
    ];

    /** @param MarketingStatus $status The status. */
    public function __construct(
        public MarketingStatus $status,
    ) {
        parent::__construct(self::KIND);
    }
}
