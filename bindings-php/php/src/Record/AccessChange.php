<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A member's access to a page that is not the same on both sites. */
final readonly class AccessChange extends Record
{
    public const FIELDS = [
        'member' => null,
        'page' => ComparedPage::class,
        'verdict' => Verdict::class,
        'at' => 'instant',
        'before' => AccessSide::class,
        'after' => AccessSide::class,
    ];

    /**
     * @param int $member The member's place in the order in which they were given, from 0.
     * @param ComparedPage $page The page.
     * @param Verdict $verdict What becomes of the access.
     * @param \DateTimeImmutable $at The first instant of the span at which the sites differ.
     * @param AccessSide $before What the site before says at that instant.
     * @param AccessSide $after What the site after says at that instant.
     */
    public function __construct(
        public int $member,
        public ComparedPage $page,
        public Verdict $verdict,
        public \DateTimeImmutable $at,
        public AccessSide $before,
        public AccessSide $after,
    ) {
    }
}
