<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ContactHappening` of the kind `form-submitted`.
 *
 * They submit a form.
 */
final readonly class ContactHappeningFormSubmitted extends ContactHappening
{
    public const KIND = 'form-submitted';

    public const FIELDS = [
        'form' => null,
    ];

    /** @param string $form Which. */
    public function __construct(
        public string $form,
    ) {
        parent::__construct(self::KIND);
    }
}
