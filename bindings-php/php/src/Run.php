<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Exception\FileException;
use Memberferry\Exception\UsageException;
use Memberferry\Journal\FileJournal;
use Memberferry\Journal\Journal;
use Memberferry\Journal\StreamJournal;
use Memberferry\Record\Environment;
use Memberferry\Record\Issue;
use Memberferry\Record\Operation;
use Memberferry\Record\Outcome;
use Memberferry\Record\RunOptions;
use Memberferry\Record\RunProgress;
use Memberferry\Record\RunStatus;

/**
 * A plan being carried out. What was done is in the journal, so that a run that died at any point goes on: make it again with the same plan
 * and journal. What was handed out and has no outcome there is handed out again; find out whether it had been carried out, and say `already`.
 *
 *     $run = new Run($plan, 'move.journal');
 *     foreach ($run->batches() as $batch) {
 *         // … your database carries the operations out and commits …
 *         $run->record($batch, array_map(fn () => 'applied', $batch->operations));
 *     }
 */
final class Run extends Handle
{
    /** How the first line of any journal begins. */
    private const BEGINNING = '{"kind":"memberferry-journal"';

    /** Said where the journal's last line was cut off, and dropped: what it held is done again, and found done. */
    public readonly ?Issue $torn;

    private readonly Native\Run $handle;

    private readonly Journal $journal;

    /** @var \Closure(): \DateTimeInterface */
    private readonly \Closure $clock;

    private readonly ?\SensitiveParameterValue $seed;

    private ?Native\Passwords $passwords = null;

    private ?Batch $inHand = null;

    private ?\Throwable $broken = null;

    private bool $isClosed = false;

    /**
     * @param string|resource|Journal $journal A path, whose file is made if it is not there, held by one run at a time, and on disk (`fsync`)
     *     before `record` is over; an open stream, for reading and writing, treated so as far as it can be; or a keeper of your own.
     * @param Environment|array<string, mixed>|null $environment The copy of the site that is about to be changed; a plan for another one is
     *     refused. Left out: the plan's.
     * @param ?int $batchSize The most operations in a batch; left out: as the plan says.
     * @param ?string $approved The digest of the plan that somebody looked over; no other is run.
     * @param ?Contacts $contacts Those that the plan was made from, for the passwords of its operations.
     * @param ?string $seed What passwords that are made up follow from, 16 bytes or more of a secret; a run that goes on needs the same for the
     *     same ones. Left out: drawn anew each time.
     * @param ?callable(): \DateTimeInterface $clock Gives the instants for the journal.
     */
    public function __construct(
        public readonly Plan $plan,
        mixed $journal,
        Environment|array|null $environment = null,
        ?int $batchSize = null,
        ?string $approved = null,
        private readonly ?Contacts $contacts = null,
        #[\SensitiveParameter] ?string $seed = null,
        ?callable $clock = null,
    ) {
        $this->clock = $clock === null ? static fn () => new \DateTimeImmutable() : $clock(...);
        $this->seed = $seed === null ? null : new \SensitiveParameterValue($seed);
        $options = ['environment' => $environment ?? $plan->environment(), 'batchSize' => $batchSize, 'approved' => $approved];
        $this->journal = match (true) {
            $journal instanceof Journal => $journal,
            is_string($journal) => new FileJournal($journal),
            default => new StreamJournal($journal),
        };
        try {
            $this->open(Wire::encodeAs(RunOptions::class, $options));
        } catch (\Throwable $error) {
            $this->journal->close();
            throw $error;
        }
    }

    public function __destruct()
    {
        if (isset($this->journal)) {
            $this->journal->close();
        }
    }

    /** How the run stands. */
    public function status(): RunStatus
    {
        return Wire::readText(RunStatus::class, Wire::ask(fn () => $this->handle->status()));
    }

    /** How far the run is. */
    public function progress(): RunProgress
    {
        return Wire::readText(RunProgress::class, Wire::ask(fn () => $this->handle->progress()));
    }

    /**
     * The batches to carry out, each after the one before it was recorded. One that failed and may be tried again comes after a wait. To
     * pause the run, leave the loop: the run, or another one on its journal, goes on.
     *
     * @return \Generator<int, Batch>
     */
    public function batches(): \Generator
    {
        while (true) {
            $this->checkJournal();
            $handle = Wire::ask(fn () => $this->handle->nextBatch());
            if ($handle === null) {
                $this->inHand = null;

                return;
            }
            $batch = $this->inHand = new Batch($handle);
            if ($batch->waitSeconds > 0) {
                sleep($batch->waitSeconds);
            }
            yield $batch;
            if ($this->inHand === $batch) {
                throw UsageException::of('the batch has no outcomes yet', 'call `record` with them before the next batch is asked for');
            }
        }
    }

    /**
     * Takes the outcomes of the batch in hand, one for each operation in order, and writes them to the journal. When this is over, they are
     * on disk. Where the journal cannot be written, the exception says why, and this run goes no further. Nothing is lost: the run that is
     * made anew with the same journal hands the batch out again.
     *
     * @param iterable<Outcome|array<string, mixed>|string> $outcomes Or just the kind of one where that says all: `applied`, `already`.
     */
    public function record(Batch $batch, iterable $outcomes): void
    {
        $this->checkJournal();
        $told = [];
        foreach ($outcomes as $outcome) {
            $told[] = is_string($outcome) ? ['kind' => $outcome] : $outcome;
        }
        $written = Wire::encodeAs(Record\Outcomes::class, ['outcomes' => $told, 'at' => ($this->clock)()]);
        $this->keep(Wire::ask(fn () => $this->handle->record($batch->handle(), $written)));
        $this->inHand = null;
    }

    /**
     * The password that an operation of the batch in hand needs, if it needs one. It shows itself to whoever calls `expose`; hash it as the
     * target does, store the hash, and keep it nowhere else.
     */
    public function password(Operation $operation): ?NewPassword
    {
        $batch = $this->inHand;
        $ids = array_map(static fn (Operation $other) => $other->id, $batch->operations ?? []);
        $place = array_search($operation->id, $ids, true);
        if ($batch === null || $place === false) {
            throw UsageException::of('the operation is not in the batch in hand', 'ask for the password while its batch is carried out');
        }
        $passwords = $this->passwords ??= $this->makePasswords();
        $password = Wire::ask(fn () => $this->handle->password($batch->handle(), $place, $passwords));

        return $password === null ? null : new NewPassword($password);
    }

    /** Gives the run up. Whatever was carried out stays, until the run is taken back or another plan goes on. */
    public function abort(): void
    {
        $this->checkJournal();
        $this->keep(Wire::ask(fn () => $this->handle->abort($this->now())));
        $this->inHand = null;
    }

    /**
     * The plan that takes this run back on a target as it is now: the inverse of what the run wrote, wherever that is still so. It is run,
     * recorded and proved like any other.
     */
    public function rollbackPlan(Snapshot $snapshot, ?\DateTimeInterface $now = null): Plan
    {
        $at = Wire::at($now ?? ($this->clock)());

        return new Plan(Wire::ask(fn () => $this->handle->rollbackPlan($snapshot->handle(), $at)));
    }

    /** Lets go of the journal. */
    public function close(): void
    {
        $this->isClosed = true;
        $this->journal->close();
    }

    public function __debugInfo(): array
    {
        $progress = $this->progress();

        return ['status' => $this->status(), 'done' => $progress->done, 'total' => $progress->total];
    }

    private function open(string $options): void
    {
        $plan = $this->plan->handle();
        $content = $this->journal->read();
        if (self::wasNeverBegun($content)) {
            $this->journal->truncate(0);
            $at = $this->now();
            $this->handle = Wire::ask(static fn () => Native\Run::start($plan, $options, $at));
            $this->torn = null;
            $this->journal->append($this->handle->opening());

            return;
        }
        $this->handle = Wire::ask(static fn () => Native\Run::resume($plan, $content, $options));
        $torn = Wire::ask(fn () => $this->handle->torn());
        $this->torn = $torn === null ? null : Wire::readText(Issue::class, $torn);
        if ($torn !== null) {
            $this->journal->truncate($this->handle->validBytes());
        }
    }

    /** Whether a journal is empty, or its first line was being written when the run died. Another file is not taken for one. */
    private static function wasNeverBegun(string $content): bool
    {
        return !str_contains($content, "\n") && str_starts_with(self::BEGINNING, substr($content, 0, strlen(self::BEGINNING)));
    }

    private function makePasswords(): Native\Passwords
    {
        $contacts = $this->contacts?->handle()
            ?? throw UsageException::of('this run has no contacts to take passwords from', 'make it with `contacts:`, those that the plan was made from');
        // No closure, and nothing else that an exception's trace could show with the seed in it.
        try {
            return new Native\Passwords($this->plan->handle(), $contacts, $this->seed?->getValue() ?? bin2hex(random_bytes(32)));
        } catch (Native\Failure $failure) {
            throw Exception\MemberferryException::fromWire(Wire::decode($failure->getMessage()));
        }
    }

    private function now(): string
    {
        return Wire::at(($this->clock)());
    }

    private function keep(string $lines): void
    {
        try {
            $this->journal->append($lines);
        } catch (\Throwable $error) {
            $this->broken = $error;
            throw $error;
        }
    }

    private function checkJournal(): void
    {
        if ($this->isClosed) {
            throw UsageException::of('the run was closed', 'make it anew with the same plan and journal');
        }
        if ($this->broken !== null) {
            $message = 'the journal could not be written, so this run goes no further; make it anew with the same journal';
            throw new FileException($message, previous: $this->broken);
        }
    }
}
