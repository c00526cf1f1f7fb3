<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Grantee` of the kind `member`.
 *
 * One person.
 */
final readonly class GranteeMember extends Grantee
{
    public const KIND = 'member';

    public const FIELDS = [
        'username' => null,
    ];

    /** @param string $username The name they log in by. */
    public function __construct(
        public string $username,
    ) {
        parent::__construct(self::KIND);
    }
}
