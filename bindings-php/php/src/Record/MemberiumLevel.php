<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A level: the tag that gives it, and the tags that take it away while that tag stays. */
final readonly class MemberiumLevel extends Record
{
    public const FIELDS = [
        'accessTag' => null,
        'cancelled' => null,
        'paymentFailed' => null,
        'suspended' => null,
    ];

    /**
     * @param string $accessTag The tag that gives it.
     * @param string|null $cancelled CANC: it was cancelled.
     * @param string|null $paymentFailed PAYF: a payment failed.
     * @param string|null $suspended SUSP: it was suspended.
     */
    public function __construct(
        public string $accessTag,
        public ?string $cancelled = null,
        public ?string $paymentFailed = null,
        public ?string $suspended = null,
    ) {
    }
}
