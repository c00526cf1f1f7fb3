<?php

declare(strict_types=1);

namespace Memberferry\Functions;

use Memberferry\Intake;
use Memberferry\Native;
use Memberferry\OrderIntake;
use Memberferry\Record\DecimalMark;
use Memberferry\Record\DetectAnswer;
use Memberferry\Record\DuplicatesPolicy;
use Memberferry\Record\Limits;
use Memberferry\Record\Mapping;
use Memberferry\Record\ReadOptions;
use Memberferry\Record\Table;
use Memberferry\Source;
use Memberferry\SubscriptionIntake;
use Memberferry\Wire;

/**
 * Reading exports: from wherever their bytes are, into tables that stay in Rust.
 *
 * @internal
 */
trait Reading
{
    /**
     * Reads an export of contacts, of any of the known systems or of none. What is wrong with single records is an issue.
     *
     * @param string|resource|iterable<string>|Source|\SplFileInfo $source
     * @param ?string $profile The system it comes from, such as `keap`.
     * @param Mapping|array<string, mixed>|null $mapping What each column is for, such as the `mapping` of an earlier reading, corrected.
     * @param ?string $fileName The file's name: some exports say in it who is subscribed. Left out: that of the path.
     * @param ?string $timezone The zone of dates without one.
     * @param ?bool $dayFirst Whether the day comes first in `3/4/2024`.
     * @param ?string $currency The currency of amounts that have none.
     * @param DecimalMark|string|null $decimalMark What parts the decimals of amounts: `comma` or `point`.
     * @param ?string $defaultRegion The country of telephone numbers without a country code, such as `NL`.
     * @param ?string $delimiter The character between cells.
     * @param ?string $encoding The encoding, by a label of the WHATWG Encoding Standard.
     * @param ?int $headerLine The line of the column names, from 1.
     * @param ?iterable<string> $addTags Tags that everybody in the input gets: the one that a list exported tag by tag was made for.
     * @param ?bool $repairMojibake Whether cells such as `JosÃ©` are taken back to `José`.
     * @param DuplicatesPolicy|string|null $duplicates Which of two values of one person is kept.
     * @param Limits|array<string, mixed>|null $limits Bounds on the input.
     * @param ?int $threads How many threads may read contacts. The result is the same for any number.
     * @param ?callable(int, ?int): mixed $onProgress Told, after each chunk, how many bytes were read, and of how many, where that is known.
     */
    public static function readContacts(
        mixed $source,
        ?string $profile = null,
        Mapping|array|null $mapping = null,
        ?string $fileName = null,
        ?string $timezone = null,
        ?bool $dayFirst = null,
        ?string $currency = null,
        DecimalMark|string|null $decimalMark = null,
        ?string $defaultRegion = null,
        ?string $delimiter = null,
        ?string $encoding = null,
        ?int $headerLine = null,
        ?iterable $addTags = null,
        ?bool $repairMojibake = null,
        DuplicatesPolicy|string|null $duplicates = null,
        Limits|array|null $limits = null,
        ?int $threads = null,
        ?callable $onProgress = null,
    ): Intake {
        $options = self::readOptions(get_defined_vars());
        $reader = Wire::ask(static fn () => new Native\ContactReader($options));

        return new Intake(self::pushed($reader, $source, $onProgress));
    }

    /**
     * Reads the contacts of an API's answers: JSON lists, single objects, or one object a line.
     *
     * @param string|resource|iterable<string>|Source|\SplFileInfo $source
     * @param ?string $profile The system it comes from, such as `keap`.
     * @param Mapping|array<string, mixed>|null $mapping What each column is for, such as the `mapping` of an earlier reading, corrected.
     * @param ?string $fileName The file's name: some exports say in it who is subscribed. Left out: that of the path.
     * @param ?string $timezone The zone of dates without one.
     * @param ?bool $dayFirst Whether the day comes first in `3/4/2024`.
     * @param ?string $currency The currency of amounts that have none.
     * @param DecimalMark|string|null $decimalMark What parts the decimals of amounts: `comma` or `point`.
     * @param ?string $defaultRegion The country of telephone numbers without a country code, such as `NL`.
     * @param ?string $delimiter The character between cells.
     * @param ?string $encoding The encoding, by a label of the WHATWG Encoding Standard.
     * @param ?int $headerLine The line of the column names, from 1.
     * @param ?iterable<string> $addTags Tags that everybody in the input gets: the one that a list exported tag by tag was made for.
     * @param ?bool $repairMojibake Whether cells such as `JosÃ©` are taken back to `José`.
     * @param DuplicatesPolicy|string|null $duplicates Which of two values of one person is kept.
     * @param Limits|array<string, mixed>|null $limits Bounds on the input.
     * @param ?int $threads How many threads may read contacts. The result is the same for any number.
     * @param iterable<string> $related JSON that the API gives apart from its contacts: names of tags and fields, who has which.
     * @param ?callable(int, ?int): mixed $onProgress Told, after each chunk, how many bytes were read, and of how many, where that is known.
     */
    public static function readRecords(
        mixed $source,
        ?string $profile = null,
        Mapping|array|null $mapping = null,
        ?string $fileName = null,
        ?string $timezone = null,
        ?bool $dayFirst = null,
        ?string $currency = null,
        DecimalMark|string|null $decimalMark = null,
        ?string $defaultRegion = null,
        ?string $delimiter = null,
        ?string $encoding = null,
        ?int $headerLine = null,
        ?iterable $addTags = null,
        ?bool $repairMojibake = null,
        DuplicatesPolicy|string|null $duplicates = null,
        Limits|array|null $limits = null,
        ?int $threads = null,
        iterable $related = [],
        ?callable $onProgress = null,
    ): Intake {
        $options = self::readOptions(get_defined_vars());
        $known = [...$related];
        $reader = Wire::ask(static fn () => new Native\RecordReader($options, $known));

        return new Intake(self::pushed($reader, $source, $onProgress));
    }

    /**
     * Reads an export of orders: what was sold, what was given back, and what became of it.
     *
     * @param string|resource|iterable<string>|Source|\SplFileInfo $source
     * @param ?string $profile The system it comes from, such as `keap`.
     * @param Mapping|array<string, mixed>|null $mapping What each column is for, such as the `mapping` of an earlier reading, corrected.
     * @param ?string $fileName The file's name: some exports say in it who is subscribed. Left out: that of the path.
     * @param ?string $timezone The zone of dates without one.
     * @param ?bool $dayFirst Whether the day comes first in `3/4/2024`.
     * @param ?string $currency The currency of amounts that have none.
     * @param DecimalMark|string|null $decimalMark What parts the decimals of amounts: `comma` or `point`.
     * @param ?string $defaultRegion The country of telephone numbers without a country code, such as `NL`.
     * @param ?string $delimiter The character between cells.
     * @param ?string $encoding The encoding, by a label of the WHATWG Encoding Standard.
     * @param ?int $headerLine The line of the column names, from 1.
     * @param ?iterable<string> $addTags Tags that everybody in the input gets: the one that a list exported tag by tag was made for.
     * @param ?bool $repairMojibake Whether cells such as `JosÃ©` are taken back to `José`.
     * @param DuplicatesPolicy|string|null $duplicates Which of two values of one person is kept.
     * @param Limits|array<string, mixed>|null $limits Bounds on the input.
     * @param ?int $threads How many threads may read contacts. The result is the same for any number.
     * @param ?callable(int, ?int): mixed $onProgress Told, after each chunk, how many bytes were read, and of how many, where that is known.
     */
    public static function readOrders(
        mixed $source,
        ?string $profile = null,
        Mapping|array|null $mapping = null,
        ?string $fileName = null,
        ?string $timezone = null,
        ?bool $dayFirst = null,
        ?string $currency = null,
        DecimalMark|string|null $decimalMark = null,
        ?string $defaultRegion = null,
        ?string $delimiter = null,
        ?string $encoding = null,
        ?int $headerLine = null,
        ?iterable $addTags = null,
        ?bool $repairMojibake = null,
        DuplicatesPolicy|string|null $duplicates = null,
        Limits|array|null $limits = null,
        ?int $threads = null,
        ?callable $onProgress = null,
    ): OrderIntake {
        $options = self::readOptions(get_defined_vars());
        $reader = Wire::ask(static fn () => new Native\OrderReader($options));

        return new OrderIntake(self::pushed($reader, $source, $onProgress));
    }

    /**
     * Reads an export of subscriptions. Nothing is charged by it: what the source says is written down.
     *
     * @param string|resource|iterable<string>|Source|\SplFileInfo $source
     * @param ?string $profile The system it comes from, such as `keap`.
     * @param Mapping|array<string, mixed>|null $mapping What each column is for, such as the `mapping` of an earlier reading, corrected.
     * @param ?string $fileName The file's name: some exports say in it who is subscribed. Left out: that of the path.
     * @param ?string $timezone The zone of dates without one.
     * @param ?bool $dayFirst Whether the day comes first in `3/4/2024`.
     * @param ?string $currency The currency of amounts that have none.
     * @param DecimalMark|string|null $decimalMark What parts the decimals of amounts: `comma` or `point`.
     * @param ?string $defaultRegion The country of telephone numbers without a country code, such as `NL`.
     * @param ?string $delimiter The character between cells.
     * @param ?string $encoding The encoding, by a label of the WHATWG Encoding Standard.
     * @param ?int $headerLine The line of the column names, from 1.
     * @param ?iterable<string> $addTags Tags that everybody in the input gets: the one that a list exported tag by tag was made for.
     * @param ?bool $repairMojibake Whether cells such as `JosÃ©` are taken back to `José`.
     * @param DuplicatesPolicy|string|null $duplicates Which of two values of one person is kept.
     * @param Limits|array<string, mixed>|null $limits Bounds on the input.
     * @param ?int $threads How many threads may read contacts. The result is the same for any number.
     * @param ?callable(int, ?int): mixed $onProgress Told, after each chunk, how many bytes were read, and of how many, where that is known.
     */
    public static function readSubscriptions(
        mixed $source,
        ?string $profile = null,
        Mapping|array|null $mapping = null,
        ?string $fileName = null,
        ?string $timezone = null,
        ?bool $dayFirst = null,
        ?string $currency = null,
        DecimalMark|string|null $decimalMark = null,
        ?string $defaultRegion = null,
        ?string $delimiter = null,
        ?string $encoding = null,
        ?int $headerLine = null,
        ?iterable $addTags = null,
        ?bool $repairMojibake = null,
        DuplicatesPolicy|string|null $duplicates = null,
        Limits|array|null $limits = null,
        ?int $threads = null,
        ?callable $onProgress = null,
    ): SubscriptionIntake {
        $options = self::readOptions(get_defined_vars());
        $reader = Wire::ask(static fn () => new Native\SubscriptionReader($options));

        return new SubscriptionIntake(self::pushed($reader, $source, $onProgress));
    }

    /**
     * What an export of contacts is, by its first MiB: its encoding, its dialect, its source, and what each column seems to be for.
     *
     * @param string|resource|iterable<string>|Source|\SplFileInfo $source
     * @param ?string $profile The system it comes from, such as `keap`.
     * @param Mapping|array<string, mixed>|null $mapping What each column is for, such as the `mapping` of an earlier reading, corrected.
     * @param ?string $fileName The file's name: some exports say in it who is subscribed. Left out: that of the path.
     * @param ?string $timezone The zone of dates without one.
     * @param ?bool $dayFirst Whether the day comes first in `3/4/2024`.
     * @param ?string $currency The currency of amounts that have none.
     * @param DecimalMark|string|null $decimalMark What parts the decimals of amounts: `comma` or `point`.
     * @param ?string $defaultRegion The country of telephone numbers without a country code, such as `NL`.
     * @param ?string $delimiter The character between cells.
     * @param ?string $encoding The encoding, by a label of the WHATWG Encoding Standard.
     * @param ?int $headerLine The line of the column names, from 1.
     * @param ?iterable<string> $addTags Tags that everybody in the input gets: the one that a list exported tag by tag was made for.
     * @param ?bool $repairMojibake Whether cells such as `JosÃ©` are taken back to `José`.
     * @param DuplicatesPolicy|string|null $duplicates Which of two values of one person is kept.
     * @param Limits|array<string, mixed>|null $limits Bounds on the input.
     * @param ?int $threads How many threads may read contacts. The result is the same for any number.
     */
    public static function detect(
        mixed $source,
        ?string $profile = null,
        Mapping|array|null $mapping = null,
        ?string $fileName = null,
        ?string $timezone = null,
        ?bool $dayFirst = null,
        ?string $currency = null,
        DecimalMark|string|null $decimalMark = null,
        ?string $defaultRegion = null,
        ?string $delimiter = null,
        ?string $encoding = null,
        ?int $headerLine = null,
        ?iterable $addTags = null,
        ?bool $repairMojibake = null,
        DuplicatesPolicy|string|null $duplicates = null,
        Limits|array|null $limits = null,
        ?int $threads = null,
    ): DetectAnswer {
        $options = Wire::decode(self::readOptions(get_defined_vars()));

        return Wire::call('export.detect', ['base64' => base64_encode(Source::sample($source)), 'options' => $options]);
    }

    /**
     * The dialect layer alone: a delimited text taken apart, cells as they are. For texts that fit into memory.
     *
     * @param string|resource|iterable<string>|Source|\SplFileInfo $source
     */
    public static function readTable(mixed $source, ?string $delimiter = null, ?string $encoding = null, ?string $quote = null): Table
    {
        $options = ['delimiter' => $delimiter, 'encoding' => $encoding, 'quote' => $quote];

        return Wire::call('table.read', ['base64' => base64_encode(Source::whole($source)), 'options' => $options]);
    }

    /**
     * The options of a reading as the library names them.
     *
     * @param array<string, mixed> $given The arguments of a function of reading.
     */
    private static function readOptions(array $given): string
    {
        $given['fileName'] ??= Source::fileName($given['source']);
        $given['zone'] = $given['timezone'];
        unset($given['source'], $given['timezone'], $given['related'], $given['onProgress']);

        return Wire::encodeAs(ReadOptions::class, $given);
    }

    /** What a reader gives that was pushed all of a source. */
    private static function pushed(
        Native\ContactReader|Native\RecordReader|Native\OrderReader|Native\SubscriptionReader $reader,
        mixed $source,
        ?callable $onProgress,
    ): Native\Intake|Native\OrderIntake|Native\SubscriptionIntake {
        foreach (Source::chunks($source, $onProgress) as $chunk) {
            Wire::ask(static fn () => $reader->push($chunk));
        }

        return Wire::ask(static fn () => $reader->finish());
    }
}
