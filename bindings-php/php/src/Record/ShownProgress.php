<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Shown` of the kind `progress`. */
final readonly class ShownProgress extends Shown
{
    public const KIND = 'progress';

    public const FIELDS = [
        'progress' => RunProgress::class,
    ];

    /** @param RunProgress $progress */
    public function __construct(
        public RunProgress $progress,
    ) {
        parent::__construct(self::KIND);
    }
}
