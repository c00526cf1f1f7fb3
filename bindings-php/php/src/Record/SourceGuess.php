<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A guess at the system an export came from. */
final readonly class SourceGuess extends Record
{
    public const FIELDS = [
        'profile' => null,
        'variant' => null,
        'score' => null,
        'certain' => null,
        'reasons' => ['list', null],
    ];

    /**
     * @param string $profile The profile's name: `keap`, `mailchimp`, …, `generic` where no system was recognised.
     * @param string $variant Which of its exports.
     * @param int $score How sure, 0 to 100.
     * @param bool $certain Whether it stands out enough to go on without asking.
     * @param list<string> $reasons Why, in sentences.
     */
    public function __construct(
        public string $profile,
        public string $variant,
        public int $score,
        public bool $certain,
        public array $reasons,
    ) {
    }
}
