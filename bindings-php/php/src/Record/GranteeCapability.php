<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Grantee` of the kind `capability`.
 *
 * Everybody with a capability of WordPress.
 */
final readonly class GranteeCapability extends Grantee
{
    public const KIND = 'capability';

    public const FIELDS = [
        'capability' => null,
    ];

    /** @param string $capability The capability. */
    public function __construct(
        public string $capability,
    ) {
        parent::__construct(self::KIND);
    }
}
