<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An automation as a site without a CRM has it. */
final readonly class Translation extends Record
{
    public const FIELDS = [
        'offering' => null,
        'modules' => ['list', TranslatedModule::class],
        'emails' => ['list', TranslatedEmail::class],
        'replaced' => ['list', StepNote::class],
        'notTranslated' => ['list', UntranslatedStep::class],
        'issues' => ['list', Issue::class],
        'settling' => SettlingDelay::class,
    ];

    /**
     * @param string $offering The offering that it delivers.
     * @param list<TranslatedModule> $modules The modules whose tags it adds after a time, in the order in which it does. The rules of the others stay as they are.
     * @param list<TranslatedEmail> $emails The emails that the site can send when something opens, in the order of the steps.
     * @param list<StepNote> $replaced Steps whose work is done otherwise, or is no longer needed, in the order of the steps.
     * @param list<UntranslatedStep> $notTranslated Steps that the site cannot do, in the order of the steps.
     * @param list<Issue> $issues What is to be known of the whole: that the automation is paused, so that all this is what it would do.
     * @param SettlingDelay|null $settling The delay that waits for the password. It falls away: the form that releases the offering makes the login first.
     */
    public function __construct(
        public string $offering,
        public array $modules,
        public array $emails,
        public array $replaced,
        public array $notTranslated,
        public array $issues = [],
        public ?SettlingDelay $settling = null,
    ) {
    }
}
