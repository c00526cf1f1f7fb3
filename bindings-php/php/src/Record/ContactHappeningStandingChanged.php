<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ContactHappening` of the kind `standing-changed`.
 *
 * Their standing changes: they unsubscribe, or subscribe again.
 */
final readonly class ContactHappeningStandingChanged extends ContactHappening
{
    public const KIND = 'standing-changed';

    public const FIELDS = [
        'standing' => ContactStanding::class,
    ];

    /** @param ContactStanding $standing What it is afterwards. */
    public function __construct(
        public ContactStanding $standing,
    ) {
        parent::__construct(self::KIND);
    }
}
