<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a text says of a date. A blank text, or one that means "no date", says nothing at all. */
final readonly class ParsedDate extends Record
{
    public const FIELDS = [
        'instant' => 'instant',
        'issue' => Issue::class,
        'local' => null,
    ];

    /**
     * @param \DateTimeImmutable|null $instant The instant, where the text or the options have a zone.
     * @param Issue|null $issue Why it is no date.
     * @param string|null $local The wall-clock time as written, `2024-03-04T05:06:07`, where the text has no offset of its own.
     */
    public function __construct(
        public ?\DateTimeImmutable $instant = null,
        public ?Issue $issue = null,
        public ?string $local = null,
    ) {
    }
}
