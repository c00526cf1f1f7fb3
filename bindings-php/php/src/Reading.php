<?php

declare(strict_types=1);

namespace Memberferry;

/** What every reading gives, whatever it reads. */
abstract class Reading extends Handle
{
    /** What is wrong, or was decided. */
    public readonly Issues $issues;

    /** What the input was found to be: its encoding, its dialect, the system it comes from. */
    public readonly Record\Detection $detection;

    /** What each column was taken for. Corrected, it can be given back to the reader. */
    public readonly Record\Mapping $mapping;

    protected function __construct(private readonly Native\Intake|Native\OrderIntake|Native\SubscriptionIntake $read)
    {
        $this->issues = new Issues($read->issues());
        $this->detection = Wire::readText(Record\Detection::class, Wire::ask(static fn () => $read->detection()));
        $this->mapping = Wire::readText(Record\Mapping::class, Wire::ask(static fn () => $read->mapping()));
    }

    /** The records that could not be read, as CSV with the line and the reasons: to be mended and read again. */
    public function setAsideCsv(): string
    {
        return Wire::ask(fn () => $this->read->setAsideCsv());
    }
}
