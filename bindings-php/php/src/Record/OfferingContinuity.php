<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What each policy comes to for the members of one offering. */
final readonly class OfferingContinuity extends Record
{
    public const FIELDS = [
        'offering' => null,
        'enrolled' => null,
        'members' => ContinuityCountsByPolicy::class,
    ];

    /**
     * @param string $offering The offering.
     * @param int $enrolled How many are enrolled.
     * @param ContinuityCountsByPolicy $members How many of them are met by a change.
     */
    public function __construct(
        public string $offering,
        public int $enrolled,
        public ContinuityCountsByPolicy $members,
    ) {
    }
}
