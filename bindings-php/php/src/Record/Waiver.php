<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An error that the owner has looked at and goes on in spite of. */
final readonly class Waiver extends Record
{
    public const FIELDS = [
        'code' => Code::class,
        'reason' => null,
    ];

    /**
     * @param Code $code The code of the issues.
     * @param string $reason Why it does no harm here, for whoever reads the plan later. Without one nothing is waived.
     */
    public function __construct(
        public Code $code,
        public string $reason,
    ) {
    }
}
