<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class TranslateAnswer extends Record
{
    public const FIELDS = [
        'translation' => Translation::class,
        'proof' => Proof::class,
    ];

    /**
     * @param Translation $translation
     * @param Proof|null $proof Absent where none was asked for.
     */
    public function __construct(
        public Translation $translation,
        public ?Proof $proof = null,
    ) {
    }
}
