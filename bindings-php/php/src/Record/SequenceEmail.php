<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One email of a sequence. */
final readonly class SequenceEmail extends Record
{
    public const FIELDS = [
        'subject' => null,
        'mentions' => ['list', Personalisation::class],
        'purpose' => EmailPurpose::class,
    ];

    /**
     * @param string $subject Its subject.
     * @param list<Personalisation> $mentions What it shows of the contact, in any order.
     * @param EmailPurpose|null $purpose What it is for; something else, where absent.
     */
    public function __construct(
        public string $subject,
        public array $mentions = [],
        public ?EmailPurpose $purpose = null,
    ) {
    }
}
