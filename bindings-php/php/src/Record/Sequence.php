<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Emails that belong together. */
final readonly class Sequence extends Record
{
    public const FIELDS = [
        'name' => null,
        'status' => SequenceStatus::class,
        'emails' => ['list', SequenceEmail::class],
    ];

    /**
     * @param string $name Its name in the CRM.
     * @param SequenceStatus $status Whether its emails go out.
     * @param list<SequenceEmail> $emails Its emails, in the order they go out. All are taken to go out when the step is reached.
     */
    public function __construct(
        public string $name,
        public SequenceStatus $status,
        public array $emails = [],
    ) {
    }
}
