<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `EmailMoment` of the kind `enrollment`.
 *
 * On enrollment.
 */
final readonly class EmailMomentEnrollment extends EmailMoment
{
    public const KIND = 'enrollment';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
