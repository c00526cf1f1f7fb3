<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * A new user gets the password that the source holds. The secret is not in the plan:
 * `Passwords` has it for whoever carries the operation out.
 */
final readonly class SetPassword extends Record
{
    public const FIELDS = [
        'from' => PasswordSource::class,
    ];

    /** @param PasswordSource $from Where it comes from. */
    public function __construct(
        public PasswordSource $from,
    ) {
    }
}
