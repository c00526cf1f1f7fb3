<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Where to send those who are denied. */
final readonly class Redirect extends Record
{
    public const FIELDS = [
        'to' => null,
        'reason' => AccessReason::class,
    ];

    /**
     * @param string $to The address.
     * @param AccessReason|null $reason The reason of the denial; whatever the reason, where absent.
     */
    public function __construct(
        public string $to,
        public ?AccessReason $reason = null,
    ) {
    }
}
