<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Who gets in. On the wire tagged by `kind`. */
abstract readonly class MemberiumAudience extends Record
{
    public const KINDS = [
        'anybody' => MemberiumAudienceAnybody::class,
        'logged-in' => MemberiumAudienceLoggedIn::class,
        'levels' => MemberiumAudienceLevels::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
