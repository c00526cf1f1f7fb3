<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One person's answer to one item. */
final readonly class ChecklistAnswer extends Record
{
    public const FIELDS = [
        'answer' => Answer::class,
        'answeredBy' => null,
        'at' => 'instant',
        'note' => null,
    ];

    /**
     * @param Answer $answer What.
     * @param string $answeredBy Whose.
     * @param \DateTimeImmutable $at When.
     * @param string|null $note What else they say.
     */
    public function __construct(
        public Answer $answer,
        public string $answeredBy,
        public \DateTimeImmutable $at,
        public ?string $note = null,
    ) {
    }
}
