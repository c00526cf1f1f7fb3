<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A loss of access that the owner accepts, named by its page or by its cause. On the wire tagged by `kind`. */
abstract readonly class AcceptedLoss extends Record
{
    public const KINDS = [
        'page' => AcceptedLossPage::class,
        'cause' => AcceptedLossCause::class,
    ];

    /** @param string $why Why that is right; as the owner says it. Never blank. */
    protected function __construct(
        public string $kind,
        public string $why,
    ) {
    }
}
