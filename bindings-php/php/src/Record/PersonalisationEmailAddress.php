<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Personalisation` of the kind `email-address`.
 *
 * The contact's email address.
 */
final readonly class PersonalisationEmailAddress extends Personalisation
{
    public const KIND = 'email-address';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
