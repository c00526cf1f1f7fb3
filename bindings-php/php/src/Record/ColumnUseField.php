<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ColumnUse` of the kind `field`.
 *
 * A field of the record. No field stands for two columns.
 */
final readonly class ColumnUseField extends ColumnUse
{
    public const KIND = 'field';

    public const FIELDS = [
        'field' => Field::class,
    ];

    /** @param Field $field The field. */
    public function __construct(
        public Field $field,
    ) {
        parent::__construct(self::KIND);
    }
}
