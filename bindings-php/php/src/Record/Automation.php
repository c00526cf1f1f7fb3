<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An automation of a CRM, as data. */
final readonly class Automation extends Record
{
    public const FIELDS = [
        'id' => null,
        'name' => null,
        'crm' => Crm::class,
        'state' => AutomationState::class,
        'events' => ['list', AutomationEvent::class],
        'steps' => ['list', Step::class],
        'offering' => null,
    ];

    /**
     * @param string $id Unique within the site.
     * @param string $name As its owner reads it.
     * @param Crm $crm The CRM that runs it.
     * @param AutomationState $state Whether it runs.
     * @param list<AutomationEvent> $events What starts it, any of them, in any order.
     * @param list<Step> $steps What follows, in order.
     * @param string|null $offering The offering it delivers, where it delivers one.
     */
    public function __construct(
        public string $id,
        public string $name,
        public Crm $crm,
        public AutomationState $state,
        public array $events,
        public array $steps,
        public ?string $offering = null,
    ) {
    }
}
