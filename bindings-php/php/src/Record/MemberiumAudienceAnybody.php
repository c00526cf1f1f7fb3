<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `MemberiumAudience` of the kind `anybody`.
 *
 * Everybody.
 */
final readonly class MemberiumAudienceAnybody extends MemberiumAudience
{
    public const KIND = 'anybody';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
