<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Personalisation` of the kind `field`.
 *
 * A custom field.
 */
final readonly class PersonalisationField extends Personalisation
{
    public const KIND = 'field';

    public const FIELDS = [
        'field' => null,
    ];

    /** @param string $field Which. */
    public function __construct(
        public string $field,
    ) {
        parent::__construct(self::KIND);
    }
}
