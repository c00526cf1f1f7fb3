<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Exception\UsageException;
use Memberferry\Record\Contact;
use Memberferry\Record\CsvOptions;
use Memberferry\Record\SecretField;

/**
 * The people of one site, in order. They stay in Rust, and come over some thousand at a time.
 *
 *     foreach ($contacts as $contact) { echo $contact->email; }                        // each a record
 *     foreach ($contacts->batches(500) as $batch) { insert($batch); }                  // lists of records
 *     foreach ($contacts->columns(['email', 'tags']) as $part) { $part['email'][0]; }  // lists of values: the fastest
 *
 * @implements \IteratorAggregate<int, Contact>
 */
final class Contacts extends Handle implements \Countable, \IteratorAggregate
{
    private const PART = 1_000;

    /** As many rows of columns as a processor keeps at hand. */
    private const COLUMN_PART = 250;

    /** @internal */
    public function __construct(private readonly Native\Contacts $handle)
    {
    }

    /**
     * Contacts out of records or arrays in the form of the wire, in order. Nothing is merged; `Memberferry::mergeContacts` does that.
     *
     * @param iterable<Contact|array<string, mixed>> $contacts
     */
    public static function fromRecords(iterable $contacts): self
    {
        $builder = new Native\ContactsBuilder();
        foreach (Wire::jsonLines(Contact::class, $contacts) as $lines) {
            Wire::ask(static fn () => $builder->push($lines));
        }

        return new self($builder->finish());
    }

    public function count(): int
    {
        return $this->handle->length();
    }

    /** @return \Generator<int, Contact> */
    public function getIterator(): \Generator
    {
        $place = 0;
        foreach ($this->batches(self::PART) as $batch) {
            foreach ($batch as $contact) {
                yield $place++ => $contact;
            }
        }
    }

    /**
     * Lists of so many records each.
     *
     * @return \Generator<int, list<Contact>>
     */
    public function batches(int $size = self::PART): \Generator
    {
        self::check($size);
        for ($first = 0; $first < count($this); $first += $size) {
            yield $this->part($first, $size);
        }
    }

    /**
     * The contacts as columns: for each name of a field a list of its values, so many contacts at a time. Where a contact has no value there
     * is `null`; `tags`, `roles`, `orderIds`, `subscriptionIds` and `externalIdAliases` are lists, `custom` is an array by name.
     * `createdAt`, `updatedAt` and `consentAt` are whole microseconds since 1970. The parts of an address are `addressLine1`, `city` and so
     * on. It costs a fraction of what records cost.
     *
     * @param list<string> $names Which columns; all of them, where none is named.
     * @return \Generator<int, array<string, list<mixed>>>
     */
    public function columns(array $names = [], int $size = self::COLUMN_PART): \Generator
    {
        self::check($size);
        $fields = [];
        foreach (Wire::ask(static fn () => Native\Contacts::columnNames()) as $name) {
            $fields[$name] = lcfirst(str_replace('_', '', ucwords($name, '_')));
        }
        $unknown = array_diff($names, $fields);
        if ($unknown !== []) {
            throw UsageException::of('there is no column `' . reset($unknown) . '`', 'use some of ' . implode(', ', $fields));
        }
        $fields = $names === [] ? $fields : array_intersect($fields, $names);
        $columns = Wire::ask(fn () => $this->handle->columns(array_keys($fields), $size));
        while (($part = Wire::ask(static fn () => $columns->next())) !== null) {
            yield array_combine($fields, $part);
        }
    }

    /** One contact, by its place from 0. */
    public function get(int $place): Contact
    {
        if ($place < 0 || $place >= count($this)) {
            throw new \OutOfRangeException('there are ' . count($this) . " contacts, and none at {$place}");
        }

        return $this->part($place, 1)[0];
    }

    /**
     * All of them as records. For lists that fit into PHP's memory.
     *
     * @return list<Contact>
     */
    public function toRecords(): array
    {
        return iterator_to_array($this, false);
    }

    /**
     * The different tags, in order of first appearance.
     *
     * @return list<string>
     */
    public function tags(): array
    {
        return Wire::ask(fn () => $this->handle->tags());
    }

    /**
     * The names of the custom fields, in column order.
     *
     * @return list<string>
     */
    public function customFields(): array
    {
        return Wire::ask(fn () => $this->handle->customFields());
    }

    /**
     * Writes CSV that reads back as the same contacts, to a path or an open stream. Cells that a spreadsheet would run are guarded.
     *
     * @param string|resource $to
     * @param iterable<SecretField|string> $secrets What is written of passwords: nothing, unless you ask.
     */
    public function writeCsv(mixed $to, iterable $secrets = []): void
    {
        $options = Wire::encodeAs(CsvOptions::class, ['secrets' => $secrets]);
        Sink::write($to, $this->csvChunks($options));
    }

    /** @internal */
    public function handle(): Native\Contacts
    {
        return $this->handle;
    }

    public function __debugInfo(): array
    {
        return ['count' => count($this)];
    }

    /** @return list<Contact> */
    private function part(int $first, int $count): array
    {
        $lines = Wire::ask(fn () => $this->handle->jsonLines($first, $count));

        return Wire::readText(['list', Contact::class], '[' . str_replace("\n", ',', rtrim($lines, "\n")) . ']');
    }

    /** @return \Generator<int, string> */
    private function csvChunks(string $options): \Generator
    {
        $csv = Wire::ask(fn () => $this->handle->csv($options));
        for ($place = 0; ($chunk = $csv->chunk($place, Source::CHUNK_BYTES)) !== ''; $place += strlen($chunk)) {
            yield $chunk;
        }
    }

    private static function check(int $size): void
    {
        if ($size < 1) {
            throw UsageException::of("{$size} at a time are none", 'ask for 1 or more');
        }
    }
}
