<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ContactHappening` of the kind `field-set`.
 *
 * A custom field is written.
 */
final readonly class ContactHappeningFieldSet extends ContactHappening
{
    public const KIND = 'field-set';

    public const FIELDS = [
        'field' => null,
        'value' => null,
    ];

    /**
     * @param string $field Which.
     * @param string $value What it holds afterwards.
     */
    public function __construct(
        public string $field,
        public string $value,
    ) {
        parent::__construct(self::KIND);
    }
}
