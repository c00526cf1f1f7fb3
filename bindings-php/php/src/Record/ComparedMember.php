<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One person, as each of the two sites knows them. */
final readonly class ComparedMember extends Record
{
    public const FIELDS = [
        'before' => Member::class,
        'after' => Member::class,
    ];

    /**
     * @param Member $before What the site before knows of them.
     * @param Member|null $after What the site after does; the same, where absent.
     */
    public function __construct(
        public Member $before,
        public ?Member $after = null,
    ) {
    }
}
