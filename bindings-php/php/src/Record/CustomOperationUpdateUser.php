<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `update-user`.
 *
 * Tells the site to take the contact's tags and fields over from the CRM.
 */
final readonly class CustomOperationUpdateUser extends CustomOperation
{
    public const KIND = 'update-user';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
