<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Record\CustomerIds;
use Memberferry\Record\Environment;
use Memberferry\Record\Issue;
use Memberferry\Record\Operation;
use Memberferry\Record\PlanDiff;
use Memberferry\Record\PlanHeader;
use Memberferry\Record\PlanOptions;
use Memberferry\Record\PlanSummary;

/** Every change that a migration will make, reviewed as a whole and named by its digest. It counts its operations. */
final class Plan extends Handle implements \Countable
{
    private const PART = 1_000;

    /** The plan's name: SHA-256 over everything that was decided. */
    public readonly string $digest;

    /** @internal */
    public function __construct(private readonly Native\Plan $handle)
    {
        $this->digest = $handle->digest();
    }

    /**
     * Plans the move of contacts to a site's target. What the owner decides stands in `options`, or after it by name, as in
     * `importAllContacts: true`; `now` is the clock's, unless given. The plan of an intake knows when tags were given, where the source says
     * so; with `orders` it knows what was paid for, and `customerIds` says what their customers' ids are ids of.
     *
     * @param PlanOptions|array<string, mixed>|null $options
     */
    public static function build(
        Site $site,
        Contacts|Intake $contacts,
        Snapshot $snapshot,
        PlanOptions|array|null $options = null,
        ?Orders $orders = null,
        CustomerIds|string|null $customerIds = null,
        mixed ...$decisions,
    ): self {
        $decided = match (true) {
            !$options instanceof PlanOptions => ['now' => new \DateTimeImmutable(), ...$options ?? [], ...$decisions],
            $decisions === [] => $options,
            default => $options->with(...$decisions),
        };
        $people = $contacts instanceof Intake ? $contacts->contacts : $contacts;
        $tagDates = $contacts instanceof Intake ? $contacts->tagDates() : null;
        $written = Wire::encodeAs(PlanOptions::class, $decided);
        $ties = Wire::encode($customerIds === null ? new \stdClass() : ['customerIds' => Wire::tell(null, $customerIds)]);

        return new self(Wire::ask(static fn () => Native\Plan::build(
            $site->handle(),
            $people->handle(),
            $snapshot->handle(),
            $written,
            $ties,
            $tagDates,
            $orders?->handle(),
        )));
    }

    /**
     * Reads a plan back: of a path, a stream, or its text. One that was altered is refused.
     *
     * @param string|resource|iterable<string>|Source|\SplFileInfo $source
     */
    public static function read(mixed $source): self
    {
        $reader = new Native\PlanReader();
        foreach (Source::chunks($source) as $chunk) {
            $reader->push($chunk);
        }

        return new self(Wire::ask(static fn () => $reader->finish()));
    }

    /** The same of the plan's text. */
    public static function fromBytes(string $bytes): self
    {
        return self::read(Source::bytes($bytes));
    }

    /**
     * The plan as text, a MiB at a time: JSON Lines, the same for the same plan.
     *
     * @return \Generator<int, string>
     */
    public function toChunks(): \Generator
    {
        $place = 0;
        while (($chunk = Wire::ask(fn () => $this->handle->chunk($place, Source::CHUNK_BYTES))) !== '') {
            yield $chunk;
            $place += strlen($chunk);
        }
    }

    /** The plan as text. */
    public function toBytes(): string
    {
        return implode('', iterator_to_array($this->toChunks(), false));
    }

    /**
     * Writes the plan to a path or an open stream.
     *
     * @param string|resource $to
     */
    public function write(mixed $to): void
    {
        Sink::write($to, $this->toChunks());
    }

    /** What the plan says of itself. */
    public function header(): PlanHeader
    {
        return Wire::readText(PlanHeader::class, Wire::ask(fn () => $this->handle->header()));
    }

    /** How much of what. */
    public function summary(): PlanSummary
    {
        return Wire::readText(PlanSummary::class, Wire::ask(fn () => $this->handle->summary()));
    }

    /** The copy of the site that the plan is for. */
    public function environment(): Environment
    {
        return Wire::readText(Environment::class, Wire::ask(fn () => $this->handle->environment()));
    }

    /**
     * What is worth knowing, errors included.
     *
     * @return list<Issue>
     */
    public function issues(): array
    {
        return Wire::readText(['list', Issue::class], Wire::ask(fn () => $this->handle->issues()));
    }

    /**
     * The errors that nobody has waived. With any of them the plan cannot be run.
     *
     * @return list<Issue>
     */
    public function blockers(): array
    {
        return Wire::readText(['list', Issue::class], Wire::ask(fn () => $this->handle->blockers()));
    }

    /**
     * The operations in the order of the run, each made when it is reached.
     *
     * @return \Generator<int, Operation>
     */
    public function operations(): \Generator
    {
        for ($first = 0; $first < count($this); $first += self::PART) {
            $part = Wire::ask(fn () => $this->handle->operations($first, self::PART));
            foreach (Wire::readText(['list', Operation::class], $part) as $place => $operation) {
                yield $first + $place => $operation;
            }
        }
    }

    /** What another plan does differently. This one is the one that was reviewed. */
    public function diff(self $other): PlanDiff
    {
        return Wire::readText(PlanDiff::class, Wire::ask(fn () => $this->handle->diff($other->handle)));
    }

    /** The number of operations. */
    public function count(): int
    {
        return $this->handle->length();
    }

    /** @internal */
    public function handle(): Native\Plan
    {
        return $this->handle;
    }

    public function __debugInfo(): array
    {
        return ['digest' => $this->digest, 'operations' => count($this)];
    }
}
