<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `AfterMove` of the kind `replaced-by`.
 *
 * Something on the site does it instead.
 */
final readonly class AfterMoveReplacedBy extends AfterMove
{
    public const KIND = 'replaced-by';

    public const FIELDS = [
        'replacement' => Replacement::class,
    ];

    /** @param Replacement $replacement What. */
    public function __construct(
        public Replacement $replacement,
    ) {
        parent::__construct(self::KIND);
    }
}
