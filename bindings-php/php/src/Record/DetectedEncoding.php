<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** The encoding of an input and why it was chosen. */
final readonly class DetectedEncoding extends Record
{
    public const FIELDS = [
        'name' => null,
        'evidence' => EncodingEvidence::class,
    ];

    /**
     * @param string $name The name by the WHATWG Encoding Standard (`UTF-8`, `windows-1252`, …), or `UTF-32LE` or `UTF-32BE`.
     * @param EncodingEvidence $evidence How it was found.
     */
    public function __construct(
        public string $name,
        public EncodingEvidence $evidence,
    ) {
    }
}
