<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A part of an offering that opens as a whole. */
final readonly class Module extends Record
{
    public const FIELDS = [
        'id' => null,
        'name' => null,
        'accessTag' => null,
        'expiry' => ReleaseRule::class,
        'position' => null,
        'publishedAt' => 'instant',
        'release' => ReleaseRule::class,
    ];

    /**
     * @param string $id Unique within the offering.
     * @param string $name As members read it.
     * @param string|null $accessTag The tag that says a member has the module: who holds it has the module open, and to whom the clock opens the module, the tag comes with it (as in AccessAlly), to go when an expiry closes the module.
     * @param ReleaseRule|null $expiry When it closes again; never by the clock, where absent. `Anchor::PreviousRelease` is its own opening there.
     * @param int|null $position Its number in the system it comes from. The order of the list is what holds; a site is checked for the two to agree.
     * @param \DateTimeImmutable|null $publishedAt When it was published, for rules that count from it.
     * @param ReleaseRule|null $release When it opens, as written; `Offering::release_rule` says what holds where absent.
     */
    public function __construct(
        public string $id,
        public string $name,
        public ?string $accessTag = null,
        public ?ReleaseRule $expiry = null,
        public ?int $position = null,
        public ?\DateTimeImmutable $publishedAt = null,
        public ?ReleaseRule $release = null,
    ) {
    }
}
