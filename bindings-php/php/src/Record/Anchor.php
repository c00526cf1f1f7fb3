<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a timer counts from. On the wire tagged by `kind`. */
abstract readonly class Anchor extends Record
{
    public const KINDS = [
        'previous-release' => AnchorPreviousRelease::class,
        'enrollment' => AnchorEnrollment::class,
        'registration' => AnchorRegistration::class,
        'course-start' => AnchorCourseStart::class,
        'instant' => AnchorInstant::class,
        'purchase' => AnchorPurchase::class,
        'completion' => AnchorCompletion::class,
        'publication' => AnchorPublication::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
