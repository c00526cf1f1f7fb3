<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A module opens or closes to a member. */
final readonly class NextRelease extends Record
{
    public const FIELDS = [
        'at' => 'instant',
        'member' => null,
        'offering' => null,
        'module' => null,
        'turn' => Turn::class,
        'notified' => null,
    ];

    /**
     * @param \DateTimeImmutable $at The first instant at which it is so.
     * @param int $member The member's place in the order in which they were given, from 0.
     * @param string $offering The offering.
     * @param string $module The module.
     * @param Turn $turn Whether it opens or closes.
     * @param bool $notified Whether the member was told of the module already, so that its opening is not to be announced.
     */
    public function __construct(
        public \DateTimeImmutable $at,
        public int $member,
        public string $offering,
        public string $module,
        public Turn $turn,
        public bool $notified,
    ) {
    }
}
