<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `public`.
 *
 * Holds for everybody, logged in or not.
 */
final readonly class RulePublic extends Rule
{
    public const KIND = 'public';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
