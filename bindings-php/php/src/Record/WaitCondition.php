<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Wait` of the kind `condition`.
 *
 * Until something holds of the contact.
 */
final readonly class WaitCondition extends Wait
{
    public const KIND = 'condition';

    public const FIELDS = [
        'when' => ContactCondition::class,
    ];

    /** @param ContactCondition $when What. */
    public function __construct(
        public ContactCondition $when,
    ) {
        parent::__construct(self::KIND);
    }
}
