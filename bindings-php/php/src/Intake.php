<?php

declare(strict_types=1);

namespace Memberferry;

/** What a reading of contacts gives. Nothing of the input is lost: every record is a contact, part of one, or set aside. */
final class Intake extends Reading
{
    public readonly Contacts $contacts;

    public readonly Record\IntakeStats $stats;

    /** @internal */
    public function __construct(private readonly Native\Intake $handle)
    {
        parent::__construct($handle);
        $this->contacts = new Contacts($handle->contacts());
        $this->stats = Wire::readText(Record\IntakeStats::class, Wire::ask(static fn () => $handle->stats()));
    }

    /** @internal */
    public function tagDates(): Native\TagDates
    {
        return $this->handle->tagDates();
    }

    public function __debugInfo(): array
    {
        return ['contacts' => $this->contacts, 'issues' => $this->issues, 'stats' => $this->stats];
    }
}
