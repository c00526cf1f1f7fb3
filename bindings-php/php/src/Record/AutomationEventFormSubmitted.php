<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `AutomationEvent` of the kind `form-submitted`.
 *
 * They submit a form.
 */
final readonly class AutomationEventFormSubmitted extends AutomationEvent
{
    public const KIND = 'form-submitted';

    public const FIELDS = [
        'form' => null,
    ];

    /** @param string $form Which, as the CRM or the site calls it. */
    public function __construct(
        public string $form,
    ) {
        parent::__construct(self::KIND);
    }
}
