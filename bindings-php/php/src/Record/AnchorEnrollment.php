<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Anchor` of the kind `enrollment`.
 *
 * When the member enrolled.
 */
final readonly class AnchorEnrollment extends Anchor
{
    public const KIND = 'enrollment';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
