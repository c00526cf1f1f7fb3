<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `logged-in`.
 *
 * Holds for everybody who is logged in.
 */
final readonly class RuleLoggedIn extends Rule
{
    public const KIND = 'logged-in';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
