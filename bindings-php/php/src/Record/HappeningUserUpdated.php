<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `user-updated`.
 *
 * The site takes tags and fields over from the CRM.
 */
final readonly class HappeningUserUpdated extends Happening
{
    public const KIND = 'user-updated';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
