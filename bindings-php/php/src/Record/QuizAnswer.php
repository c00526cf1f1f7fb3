<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One answer of the quiz. */
final readonly class QuizAnswer extends Record
{
    public const FIELDS = [
        'item' => ChecklistItem::class,
        'question' => null,
        'bearing' => Bearing::class,
        'answer' => Answer::class,
    ];

    /**
     * @param ChecklistItem $item Which item.
     * @param string $question What is asked.
     * @param Bearing $bearing What it means for the move.
     * @param Answer|null $answer What holds, by whoever says so; absent where nobody knows.
     */
    public function __construct(
        public ChecklistItem $item,
        public string $question,
        public Bearing $bearing,
        public ?Answer $answer = null,
    ) {
    }
}
