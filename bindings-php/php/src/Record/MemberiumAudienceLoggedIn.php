<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `MemberiumAudience` of the kind `logged-in`.
 *
 * Whoever is logged in.
 */
final readonly class MemberiumAudienceLoggedIn extends MemberiumAudience
{
    public const KIND = 'logged-in';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
