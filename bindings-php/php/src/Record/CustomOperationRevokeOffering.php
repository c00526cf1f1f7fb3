<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `revoke-offering`.
 *
 * Takes the access to an offering away.
 */
final readonly class CustomOperationRevokeOffering extends CustomOperation
{
    public const KIND = 'revoke-offering';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering What is revoked. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
