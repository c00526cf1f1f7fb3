<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `set-field`.
 *
 * Writes a value into a custom field.
 */
final readonly class StepSetField extends Step
{
    public const KIND = 'set-field';

    public const FIELDS = [
        'field' => null,
        'value' => null,
    ];

    /**
     * @param string $field The field.
     * @param string $value What it holds afterwards.
     */
    public function __construct(
        public string $field,
        public string $value,
    ) {
        parent::__construct(self::KIND);
    }
}
