<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Somebody who lost or gained access unasked. */
final readonly class UnaskedChange extends Record
{
    public const FIELDS = [
        'subject' => null,
        'page' => ComparedPage::class,
        'verdict' => Verdict::class,
        'at' => 'instant',
        'before' => AccessSide::class,
        'after' => AccessSide::class,
        'issue' => Issue::class,
    ];

    /**
     * @param string $subject The key of the person's address.
     * @param ComparedPage $page The page.
     * @param Verdict $verdict Lost, gained or earlier.
     * @param \DateTimeImmutable $at The first instant at which both sites differ.
     * @param AccessSide $before What the site before says at that instant.
     * @param AccessSide $after What the site after says at that instant.
     * @param Issue $issue The same as an issue, with what to do about it.
     */
    public function __construct(
        public string $subject,
        public ComparedPage $page,
        public Verdict $verdict,
        public \DateTimeImmutable $at,
        public AccessSide $before,
        public AccessSide $after,
        public Issue $issue,
    ) {
    }
}
