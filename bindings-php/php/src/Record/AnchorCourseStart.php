<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Anchor` of the kind `course-start`.
 *
 * When the offering starts for everybody (`Offering::starts_at`).
 */
final readonly class AnchorCourseStart extends Anchor
{
    public const KIND = 'course-start';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
