<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Something that happens to a contact. */
final readonly class ContactEvent extends Record
{
    public const FIELDS = [
        'at' => 'instant',
        'happened' => ContactHappening::class,
    ];

    /**
     * @param \DateTimeImmutable $at When.
     * @param ContactHappening $happened What.
     */
    public function __construct(
        public \DateTimeImmutable $at,
        public ContactHappening $happened,
    ) {
    }
}
