<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What can happen. On the wire tagged by `kind`. */
abstract readonly class Happening extends Record
{
    public const KINDS = [
        'started' => HappeningStarted::class,
        'not-run' => HappeningNotRun::class,
        'tag-added' => HappeningTagAdded::class,
        'tag-held' => HappeningTagHeld::class,
        'tag-removed' => HappeningTagRemoved::class,
        'webhook-run' => HappeningWebhookRun::class,
        'login-created' => HappeningLoginCreated::class,
        'user-updated' => HappeningUserUpdated::class,
        'offering-released' => HappeningOfferingReleased::class,
        'offering-revoked' => HappeningOfferingRevoked::class,
        'email-sent' => HappeningEmailSent::class,
        'email-withheld' => HappeningEmailWithheld::class,
        'field-set' => HappeningFieldSet::class,
        'waits' => HappeningWaits::class,
        'contact' => HappeningContact::class,
        'finished' => HappeningFinished::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
