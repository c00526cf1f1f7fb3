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
        'released' => ['list', null],
        'releases' => ['list', ModuleOpening::class],
    ];

    /**
     * @param string $offering The offering.
     * @param list<string> $released The modules that have opened already.
     * @param list<ModuleOpening> $releases When modules open and close, as far as known: an opening in the past counts as open. Of several for one module each is a time in which it is open.
     */
    public function __construct(
        public string $offering,
        public array $released = [],
        public array $releases = [],
    ) {
    }
}
