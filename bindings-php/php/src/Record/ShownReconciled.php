<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Shown` of the kind `reconciled`. */
final readonly class ShownReconciled extends Shown
{
    public const KIND = 'reconciled';

    public const FIELDS = [
        'ok' => null,
        'differences' => ['list', ShownDifference::class],
    ];

    /**
     * @param bool $ok
     * @param list<ShownDifference> $differences
     */
    public function __construct(
        public bool $ok,
        public array $differences,
    ) {
        parent::__construct(self::KIND);
    }
}
