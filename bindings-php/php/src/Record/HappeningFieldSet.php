<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `field-set`.
 *
 * A custom field is written.
 */
final readonly class HappeningFieldSet extends Happening
{
    public const KIND = 'field-set';

    public const FIELDS = [
        'field' => null,
        'value' => null,
        'by' => Actor::class,
    ];

    /**
     * @param string $field Which.
     * @param string $value What it holds afterwards.
     * @param Actor $by By whom.
     */
    public function __construct(
        public string $field,
        public string $value,
        public Actor $by,
    ) {
        parent::__construct(self::KIND);
    }
}
