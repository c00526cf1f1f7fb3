<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Personalisation` of the kind `login-link`.
 *
 * The address of the site's login page.
 */
final readonly class PersonalisationLoginLink extends Personalisation
{
    public const KIND = 'login-link';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
