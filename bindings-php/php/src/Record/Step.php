<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One step of an automation. On the wire tagged by `kind`. */
abstract readonly class Step extends Record
{
    public const KINDS = [
        'add-tags' => StepAddTags::class,
        'remove-tags' => StepRemoveTags::class,
        'run-webhook' => StepRunWebhook::class,
        'delay' => StepDelay::class,
        'wait-until' => StepWaitUntil::class,
        'send-sequence' => StepSendSequence::class,
        'set-field' => StepSetField::class,
        'condition' => StepCondition::class,
        'event' => StepEvent::class,
        'go-to' => StepGoTo::class,
        'end' => StepEnd::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
