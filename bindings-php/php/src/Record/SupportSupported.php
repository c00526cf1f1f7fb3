<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Support` of the kind `supported`.
 *
 * It can.
 */
final readonly class SupportSupported extends Support
{
    public const KIND = 'supported';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
