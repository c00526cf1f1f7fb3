<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `send-email`.
 *
 * Sends an email of the site's.
 */
final readonly class CustomOperationSendEmail extends CustomOperation
{
    public const KIND = 'send-email';

    public const FIELDS = [
        'email' => null,
    ];

    /** @param string $email The email. */
    public function __construct(
        public string $email,
    ) {
        parent::__construct(self::KIND);
    }
}
