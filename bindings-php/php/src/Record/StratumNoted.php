<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Stratum` of the kind `noted`.
 *
 * One about whom the plan has an issue of this code: a login name that was changed, an address that WordPress rewrites, and so on.
 */
final readonly class StratumNoted extends Stratum
{
    public const KIND = 'noted';

    public const FIELDS = [
        'code' => Code::class,
    ];

    /** @param Code $code The code. */
    public function __construct(
        public Code $code,
    ) {
        parent::__construct(self::KIND);
    }
}
