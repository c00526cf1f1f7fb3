<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Shown` of the kind `stands`.
 *
 * A run stands so.
 */
final readonly class ShownStands extends Shown
{
    public const KIND = 'stands';

    public const FIELDS = [
        'status' => RunStatus::class,
        'torn' => null,
    ];

    /**
     * @param RunStatus $status
     * @param bool|null $torn Whether a torn line of the journal was dropped.
     */
    public function __construct(
        public RunStatus $status,
        public ?bool $torn = null,
    ) {
        parent::__construct(self::KIND);
    }
}
