<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A status with its evidence. */
final readonly class Marketing extends Record
{
    public const FIELDS = [
        'status' => MarketingStatus::class,
        'evidence' => ConsentEvidence::class,
    ];

    /**
     * @param MarketingStatus $status The status.
     * @param ConsentEvidence|null $evidence How it came about.
     */
    public function __construct(
        public MarketingStatus $status = MarketingStatus::Unknown,
        public ?ConsentEvidence $evidence = null,
    ) {
    }
}
