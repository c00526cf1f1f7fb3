<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One item as it stands. */
final readonly class ChecklistEntry extends Record
{
    public const FIELDS = [
        'item' => ChecklistItem::class,
        'area' => ChecklistArea::class,
        'question' => null,
        'why' => null,
        'source' => null,
        'status' => ChecklistStatus::class,
        'toldBy' => ToldBy::class,
        'answer' => ChecklistAnswer::class,
        'found' => null,
    ];

    /**
     * @param ChecklistItem $item Which.
     * @param ChecklistArea $area What it is about.
     * @param string $question What is asked.
     * @param string $why Why it matters.
     * @param string $source The guide that asks for it, with its part.
     * @param ChecklistStatus $status How it stands.
     * @param ToldBy $toldBy Who says so.
     * @param ChecklistAnswer|null $answer What was answered, whether it counts or not.
     * @param string|null $found What was found, where there was something to look at.
     */
    public function __construct(
        public ChecklistItem $item,
        public ChecklistArea $area,
        public string $question,
        public string $why,
        public string $source,
        public ChecklistStatus $status,
        public ToldBy $toldBy,
        public ?ChecklistAnswer $answer = null,
        public ?string $found = null,
    ) {
    }
}
