<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Need` of the kind `login`.
 *
 * To log in.
 */
final readonly class NeedLogin extends Need
{
    public const KIND = 'login';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
