<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How to read an input. Everything may be left out: then it is found, and the result says how. */
final readonly class ReadOptions extends Record
{
    public const FIELDS = [
        'addTags' => ['list', null],
        'corrections' => ['list', Correction::class],
        'currency' => null,
        'dayFirst' => null,
        'decimalMark' => DecimalMark::class,
        'defaultRegion' => null,
        'delimiter' => null,
        'duplicates' => DuplicatesPolicy::class,
        'encoding' => null,
        'fileName' => null,
        'headerLine' => null,
        'limits' => Limits::class,
        'mapping' => Mapping::class,
        'profile' => null,
        'repairMojibake' => null,
        'threads' => null,
        'zone' => null,
    ];

    /**
     * @param list<string> $addTags Tags that every contact in the input gets beside its own: the one that a list exported tag by tag was made for.
     * @param list<Correction> $corrections Cells of a table that somebody put right; of two of one cell the later counts. They are read as if they were written so, by one thread. A record within whose quotes the input ended stays set aside.
     * @param string|null $currency The currency of amounts that have none of their own. Left out: such amounts are not read, and reported.
     * @param bool|null $dayFirst Whether the day comes first in `3/4/2024`, where neither the profile nor the whole column decides. Left out: such dates are ambiguous, and not used.
     * @param DecimalMark|null $decimalMark What parts the decimals of amounts. Left out: the profile or the whole column decides.
     * @param string|null $defaultRegion The country of telephone numbers that are written without a country code, where the record names none. Left out: such numbers stay as written.
     * @param string|null $delimiter The character between cells. Left out: found.
     * @param DuplicatesPolicy $duplicates Which value is kept where two records of one person differ.
     * @param string|null $encoding The encoding, by a label of the WHATWG Encoding Standard. Left out: found.
     * @param string|null $fileName The file's name: some exports say in it who is subscribed.
     * @param int|null $headerLine The line of the column names, 1-based, where lines stand before it. Left out: found among the first records.
     * @param Limits $limits Bounds on the input.
     * @param Mapping|null $mapping What each column is for, such as a mapping that was saved. Each column is found by its name; one that is not there, or that the mapping does not name, is reported. Left out: suggested by the profile and by the columns' names.
     * @param string|null $profile The source profile, such as `keap`, of the kind of records that is read. Left out: recognised by the columns.
     * @param bool $repairMojibake Whether cells such as `JosÃ©` are taken back to `José`, where that can be done without a guess. Each is reported, repaired or not.
     * @param int|null $threads How many threads may read contacts, the calling one among them; at most 64 are used, and all of them end before the call does. The result is the same for any number. A reader gathers a MiB for each before it reads, so that its progress and an error may come some chunks later. Left out, or where the library is built without its feature `threads`: one. Orders, subscriptions and the JSON of an API are read by one thread.
     * @param string|null $zone The zone of dates without one, where the source has no fixed one. Left out: UTC.
     */
    public function __construct(
        public array $addTags = [],
        public array $corrections = [],
        public ?string $currency = null,
        public ?bool $dayFirst = null,
        public ?DecimalMark $decimalMark = null,
        public ?string $defaultRegion = null,
        public ?string $delimiter = null,
        public DuplicatesPolicy $duplicates = DuplicatesPolicy::Newest,
        public ?string $encoding = null,
        public ?string $fileName = null,
        public ?int $headerLine = null,
        public Limits $limits = new Limits(),
        public ?Mapping $mapping = null,
        public ?string $profile = null,
        public bool $repairMojibake = false,
        public ?int $threads = null,
        public ?string $zone = null,
    ) {
    }
}
