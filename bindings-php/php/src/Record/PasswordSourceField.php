<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PasswordSource` of the kind `field`.
 *
 * A field of the source that holds the password itself.
 */
final readonly class PasswordSourceField extends PasswordSource
{
    public const KIND = 'field';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
