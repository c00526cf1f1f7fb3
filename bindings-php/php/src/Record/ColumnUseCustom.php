<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ColumnUse` of the kind `custom`.
 *
 * Kept as a custom field.
 */
final readonly class ColumnUseCustom extends ColumnUse
{
    public const KIND = 'custom';

    public const FIELDS = [
        'name' => null,
    ];

    /** @param string $name Its name; no name stands for two columns. */
    public function __construct(
        public string $name,
    ) {
        parent::__construct(self::KIND);
    }
}
