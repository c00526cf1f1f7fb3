<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ContactCondition` of the kind `field-is`.
 *
 * Whether a custom field holds a value, spelt exactly so.
 */
final readonly class ContactConditionFieldIs extends ContactCondition
{
    public const KIND = 'field-is';

    public const FIELDS = [
        'field' => null,
        'value' => null,
    ];

    /**
     * @param string $field The field.
     * @param string $value The value.
     */
    public function __construct(
        public string $field,
        public string $value,
    ) {
        parent::__construct(self::KIND);
    }
}
