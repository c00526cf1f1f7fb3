<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `show-field`.
 *
 * Shows a field's value on a page.
 */
final readonly class CustomOperationShowField extends CustomOperation
{
    public const KIND = 'show-field';

    public const FIELDS = [
        'field' => null,
    ];

    /** @param string $field The field. */
    public function __construct(
        public string $field,
    ) {
        parent::__construct(self::KIND);
    }
}
