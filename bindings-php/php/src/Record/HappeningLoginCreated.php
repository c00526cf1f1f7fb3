<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `login-created`.
 *
 * The site makes a login.
 */
final readonly class HappeningLoginCreated extends Happening
{
    public const KIND = 'login-created';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
