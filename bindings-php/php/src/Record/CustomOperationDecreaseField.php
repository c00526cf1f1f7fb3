<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `decrease-field`.
 *
 * Takes from a numeric field.
 */
final readonly class CustomOperationDecreaseField extends CustomOperation
{
    public const KIND = 'decrease-field';

    public const FIELDS = [
        'field' => null,
        'by' => null,
    ];

    /**
     * @param string $field The field.
     * @param int $by By how much.
     */
    public function __construct(
        public string $field,
        public int $by,
    ) {
        parent::__construct(self::KIND);
    }
}
