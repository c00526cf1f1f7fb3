<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `trigger-progress-event`.
 *
 * Triggers an event of ProgressAlly, which adds tags or checks objectives.
 */
final readonly class CustomOperationTriggerProgressEvent extends CustomOperation
{
    public const KIND = 'trigger-progress-event';

    public const FIELDS = [
        'event' => null,
    ];

    /** @param string $event The event. */
    public function __construct(
        public string $event,
    ) {
        parent::__construct(self::KIND);
    }
}
