<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a billing plan is told. */
final readonly class BillingOptions extends Record
{
    public const FIELDS = [
        'target' => BillingTarget::class,
        'handling' => ['map', ChargerHandling::class],
        'noticeDays' => null,
    ];

    /**
     * @param BillingTarget $target What the site moves to.
     * @param array<string, ChargerHandling> $handling What the owner decides of systems, where it is not clear from what they are. It cannot make compatible what is not.
     * @param int $noticeDays How many days customers have, at least, to enter their card anew; a charge that falls due sooner is left where it is. Of 24 hours each. Seven, where absent.
     */
    public function __construct(
        public BillingTarget $target,
        public array $handling = [],
        public int $noticeDays = 7,
    ) {
    }
}
