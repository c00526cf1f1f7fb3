<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An automation that delivers an offering, and what it needs. */
final readonly class Blueprint extends Record
{
    public const FIELDS = [
        'automation' => Automation::class,
        'newTags' => ['list', null],
        'newWebhooks' => ['list', Webhook::class],
        'offering' => Offering::class,
        'leftOut' => ['list', LeftOutModule::class],
        'instructions' => ['list', null],
        'diagram' => null,
    ];

    /**
     * @param Automation $automation The automation as it is to be.
     * @param list<string> $newTags Tags that are not there yet, in the order in which they are needed.
     * @param list<Webhook> $newWebhooks Webhooks that are not there yet, in the order in which they are needed.
     * @param Offering $offering The offering, with the new tags that it has to name, and without release timers for the modules that the automation opens.
     * @param list<LeftOutModule> $leftOut Modules that the automation cannot open when their rules say, in the offering's order; the site's timers open them, or somebody by hand. None where the site opens the modules anyway.
     * @param list<string> $instructions What a person does to build it, in order, each a sentence or two.
     * @param string $diagram The automation as a Mermaid flowchart.
     */
    public function __construct(
        public Automation $automation,
        public array $newTags,
        public array $newWebhooks,
        public Offering $offering,
        public array $leftOut,
        public array $instructions,
        public string $diagram,
    ) {
    }
}
