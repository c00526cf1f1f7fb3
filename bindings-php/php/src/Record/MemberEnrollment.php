<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * What a member has of one offering.
 *
 * A module of `released` has been open for as long as anybody asks; one that has `releases` too closes when those do.
 */
final readonly class MemberEnrollment extends Record
{
    public const FIELDS = [
        'offering' => null,
        'closesAt' => 'instant',
        'released' => ['list', null],
        'releases' => ['list', ModuleOpening::class],
    ];

    /**
     * @param string $offering The offering.
     * @param \DateTimeImmutable|null $closesAt The first instant at which the member is no longer enrolled, and nothing of it is open any more: access expires or is taken away. Where absent, no end is known.
     * @param list<string> $released The modules that have opened already.
     * @param list<ModuleOpening> $releases When modules open and close, as far as known: an opening in the past counts as open. Of several for one module each is a time in which it is open.
     */
    public function __construct(
        public string $offering,
        public ?\DateTimeImmutable $closesAt = null,
        public array $released = [],
        public array $releases = [],
    ) {
    }
}
