<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An email that the site sends when something opens. */
final readonly class TranslatedEmail extends Record
{
    public const FIELDS = [
        'subject' => null,
        'when' => EmailMoment::class,
        'step' => Location::class,
    ];

    /**
     * @param string $subject Its subject.
     * @param EmailMoment $when When it is sent.
     * @param Location $step The step that sends it.
     */
    public function __construct(
        public string $subject,
        public EmailMoment $when,
        public Location $step,
    ) {
    }
}
