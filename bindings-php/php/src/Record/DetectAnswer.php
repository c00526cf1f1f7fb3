<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class DetectAnswer extends Record
{
    public const FIELDS = [
        'detection' => Detection::class,
        'mapping' => Mapping::class,
    ];

    /**
     * @param Detection $detection
     * @param Mapping $mapping What each column seems to be for.
     */
    public function __construct(
        public Detection $detection,
        public Mapping $mapping,
    ) {
    }
}
