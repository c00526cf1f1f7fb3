<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `event`.
 *
 * An event in the middle. Who arrives here waits for it; who is at any step before it, or has come to an end, moves here when it happens.
 */
final readonly class StepEvent extends Step
{
    public const KIND = 'event';

    public const FIELDS = [
        'event' => AutomationEvent::class,
    ];

    /** @param AutomationEvent $event Which. */
    public function __construct(
        public AutomationEvent $event,
    ) {
        parent::__construct(self::KIND);
    }
}
