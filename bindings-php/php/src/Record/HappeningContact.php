<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `contact`.
 *
 * The contact buys something, submits a form, or changes whether they get mail.
 */
final readonly class HappeningContact extends Happening
{
    public const KIND = 'contact';

    public const FIELDS = [
        'did' => null,
    ];

    /** @param string $did What, as a clause. */
    public function __construct(
        public string $did,
    ) {
        parent::__construct(self::KIND);
    }
}
