<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How many gains something explains that the owner accepts. */
final readonly class AcceptedGains extends Record
{
    public const FIELDS = [
        'accepted' => AcceptedGain::class,
        'count' => null,
    ];

    /**
     * @param AcceptedGain $accepted What the owner accepts.
     * @param int $count How many gains it explains; a gain that several explain is counted for the first of them.
     */
    public function __construct(
        public AcceptedGain $accepted,
        public int $count,
    ) {
    }
}
