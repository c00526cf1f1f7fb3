<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `email-withheld`.
 *
 * An email does not go out.
 */
final readonly class HappeningEmailWithheld extends Happening
{
    public const KIND = 'email-withheld';

    public const FIELDS = [
        'subject' => null,
        'reason' => WithheldReason::class,
    ];

    /**
     * @param string $subject Its subject.
     * @param WithheldReason $reason Why not.
     */
    public function __construct(
        public string $subject,
        public WithheldReason $reason,
    ) {
        parent::__construct(self::KIND);
    }
}
