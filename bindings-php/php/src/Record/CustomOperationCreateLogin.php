<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `create-login`.
 *
 * Makes a member account with a password, on demand.
 */
final readonly class CustomOperationCreateLogin extends CustomOperation
{
    public const KIND = 'create-login';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
