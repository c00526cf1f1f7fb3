<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A step that the site cannot do. */
final readonly class UntranslatedStep extends Record
{
    public const FIELDS = [
        'step' => Location::class,
        'reason' => UntranslatedReason::class,
        'note' => null,
    ];

    /**
     * @param Location $step Which.
     * @param UntranslatedReason $reason Why not.
     * @param string $note The same in words: a clause, lower-case, no full stop.
     */
    public function __construct(
        public Location $step,
        public UntranslatedReason $reason,
        public string $note,
    ) {
    }
}
