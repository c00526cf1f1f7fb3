<?php

declare(strict_types=1);

namespace Memberferry\Tests;

use Memberferry\Exception\FileException;
use Memberferry\Exception\PlanException;
use Memberferry\Exception\RunException;
use Memberferry\Exception\UsageException;
use Memberferry\Memberferry;
use Memberferry\Plan;
use Memberferry\Record\AcceptedLossPage;
use Memberferry\Record\Code;
use Memberferry\Record\RunStatus;
use Memberferry\Record\TargetUser;
use Memberferry\Run;
use Memberferry\Snapshot;

/** A run, its journal and what may happen to both: killed anywhere, a full disk, the wrong journal. */
final class RunTest extends TestCase
{
    public function testAccessThatNobodyAskedForIsProvedAndToldInTheReport(): void
    {
        [$plan, $site, $until] = [Moving::plan(), Moving::site(), new \DateTimeImmutable('2024-09-01T00:00:00Z')];
        $foreseen = Memberferry::proveAccess($site, Moving::contacts(), $plan, Snapshot::fromRecords([]), $until, foreseen: true);
        $this->that($foreseen->ok && $foreseen->unaskedFound === 0, print_r($foreseen, true));

        $target = new ArrayTarget();
        Moving::apply(new Run($plan, "{$this->folder()}/journal", clock: Moving::now(...)), $target);
        $wire = json_decode(json_encode($target->users['m0@example.com']->toWire()), true);
        $target->users['m0@example.com'] = TargetUser::fromWire(['tags' => ['Gold']] + $wire);
        $prove = static fn (array $accepted) => Memberferry::proveAccess(
            $site,
            Moving::contacts(),
            $plan,
            $target->snapshot(),
            $until,
            accepted: $accepted,
        );
        $proof = $prove([]);
        $this->same(1, $proof->unaskedFound);
        [$change] = $proof->unasked;
        $this->same(['m0@example.com', 'vip', 'lost'], [$change->subject, $change->page->before, $change->verdict->value]);
        $accepted = [new AcceptedLossPage('vip', 'the lounge is closed')];
        $this->that($prove($accepted)->ok);

        $report = static fn (?array $accepted) => Memberferry::report(
            $site,
            Moving::now(),
            form: 'markdown',
            contacts: Moving::contacts(),
            plan: $plan,
            usersAfter: $target->snapshot(),
            compareUntil: $until,
            before: $site,
            accepted: $accepted,
        );
        $this->contains('1 changes of access are nobody\'s wish', $report(null));
        $this->that(!str_contains($report($accepted), 'nobody\'s wish'));
    }

    public function testAPlanIsCarriedOutProvedAndTakenBack(): void
    {
        [$plan, $target, $folder] = [Moving::plan(), new ArrayTarget(), $this->folder()];
        $before = $target->snapshot();
        $run = new Run($plan, "{$folder}/journal", clock: Moving::now(...));
        Moving::apply($run, $target);
        $this->same(RunStatus::Complete, $run->status());
        $this->same(count($plan), $run->progress()->done);
        $found = Memberferry::reconcile($plan, $target->snapshot());
        $this->that($found->ok && count($target->users) === 12, print_r($found, true));
        $again = Plan::build(Moving::site(), Moving::contacts(), $target->snapshot(), now: Moving::now());
        $this->same(0, count($again));
        $this->same(3, count(Memberferry::spotCheck($plan, $before, count: 3)));

        $undo = new Run($run->rollbackPlan($target->snapshot()), "{$folder}/back");
        Moving::apply($undo, $target);
        $this->same(RunStatus::Complete, $undo->status());
        $this->same([], $target->users);
        $refused = $this->thrown(RunException::class, static fn () => $undo->rollbackPlan($target->snapshot()));
        $this->same('rollback-refused', $refused->code);
    }

    public function testKilledAfterAnyBatchItGoesOnAndEndsTheSame(): void
    {
        [$plan, $undisturbed, $folder] = [Moving::plan(), new ArrayTarget(), $this->folder()];
        $batches = Moving::apply(new Run($plan, "{$folder}/undisturbed"), $undisturbed);
        $this->that($batches > 5);
        for ($diesIn = 0; $diesIn < $batches; $diesIn++) {
            $target = new ArrayTarget();
            $run = new Run($plan, "{$folder}/journal-{$diesIn}");
            Moving::apply($run, $target, stopAfter: $diesIn);
            $run->close();
            $again = new Run($plan, "{$folder}/journal-{$diesIn}");
            Moving::apply($again, $target);
            $this->same(RunStatus::Complete, $again->status());
            $this->same(0, $again->progress()->failed);
            $this->equal($undisturbed->users, $target->users);
        }
    }

    public function testATornLineIsDroppedAndSaid(): void
    {
        [$plan, $target, $journal] = [Moving::plan(), new ArrayTarget(), $this->folder() . '/journal'];
        $run = new Run($plan, $journal);
        Moving::apply($run, $target);
        $run->close();
        $whole = (string) file_get_contents($journal);
        foreach ([1, 40, intdiv(strlen($whole), 2)] as $cut) {
            file_put_contents($journal, substr($whole, 0, -$cut));
            $again = new Run($plan, $journal);
            $this->same(Code::JournalTorn, $again->torn?->code);
            Moving::apply($again, $target);
            $this->same(RunStatus::Complete, $again->status());
            $again->close();
            $this->that(str_ends_with((string) file_get_contents($journal), "\n"));
        }
        // The run died while the first line was written: nothing had been done.
        file_put_contents($journal, substr($whole, 0, 17));
        $this->same(0, (new Run($plan, $journal))->progress()->done);
    }

    public function testAFileThatIsNoJournalIsLeftAsItIs(): void
    {
        [$plan, $other] = [Moving::plan(), $this->folder() . '/other'];
        foreach (['my novel', "Email\nada@example.com\n"] as $content) {
            file_put_contents($other, $content);
            $caught = $this->thrown(RunException::class, static fn () => new Run($plan, $other));
            $this->that(in_array($caught->code, ['journal-empty', 'journal-altered'], true), $caught->code);
            $this->same($content, file_get_contents($other));
        }
    }

    public function testAnotherPlanAndAnotherPlaceAreRefused(): void
    {
        [$plan, $folder] = [Moving::plan(), $this->folder()];
        (new Run($plan, "{$folder}/journal"))->close();
        $other = Moving::plan(keepMaintenanceMode: true);
        $foreign = $this->thrown(RunException::class, static fn () => new Run($other, "{$folder}/journal"));
        $this->same(['journal-foreign', 1], [$foreign->code, $foreign->location?->line]);
        $unseen = $this->thrown(RunException::class, static fn () => new Run($plan, "{$folder}/new", approved: $other->digest));
        $this->same('plan-not-approved', $unseen->code);
        $live = ['kind' => 'live', 'url' => 'https://harbour.example'];
        $elsewhere = $this->thrown(RunException::class, static fn () => new Run($plan, "{$folder}/new", environment: $live));
        $this->same('environment-mismatch', $elsewhere->code);
    }

    public function testOneRunAtATimeHoldsAJournal(): void
    {
        [$plan, $journal] = [Moving::plan(), $this->folder() . '/journal'];
        $run = new Run($plan, $journal);
        $caught = $this->thrown(FileException::class, static fn () => new Run($plan, $journal));
        $this->contains('another run holds this journal', $caught->getMessage());
        // Another process is another run.
        $code = 'exit(flock(fopen($argv[1], "c+b"), LOCK_EX | LOCK_NB) ? 0 : 9);';
        exec(escapeshellarg(PHP_BINARY) . ' -n -r ' . escapeshellarg($code) . ' ' . escapeshellarg($journal), $output, $status);
        $this->same(9, $status);
        $this->same(0o600, fileperms($journal) & 0o777);
        unset($run);
        $this->same(RunStatus::Running, (new Run($plan, $journal))->status());
    }

    public function testTheJournalIsWrittenBeforeTheNextBatch(): void
    {
        [$plan, $journal] = [Moving::plan(), $this->folder() . '/journal'];
        $run = new Run($plan, $journal);
        foreach ($run->batches() as $batch) {
            $run->record($batch, array_map(static fn () => 'applied', $batch->operations));
            $this->same(1 + $run->progress()->done, substr_count((string) file_get_contents($journal), "\n"));
        }
    }

    public function testAFullDiskStopsTheRunAndNothingIsLost(): void
    {
        [$plan, $target] = [Moving::plan(), new ArrayTarget()];
        FullDisk::$room = 3;
        $stream = FullDisk::open();
        $run = new Run($plan, $stream);
        $caught = $this->thrown(FileException::class, static fn () => Moving::apply($run, $target));
        $this->contains('takes no more bytes', $caught->getMessage());
        $stopped = $this->thrown(FileException::class, static fn () => $run->batches()->current());
        $this->contains('goes no further', $stopped->getMessage());
        FullDisk::$room = 1_000;
        $again = new Run($plan, $stream);
        Moving::apply($again, $target);
        $this->that($again->status() === RunStatus::Complete && $again->progress()->already > 0);
        $this->that(Memberferry::reconcile($plan, $target->snapshot())->ok);
    }

    public function testAFullDiskOfTheSystemIsHeard(): void
    {
        $plan = Moving::plan();
        foreach ([static fn () => $plan->write('/dev/full'), static fn () => Moving::contacts()->writeCsv('/dev/full')] as $write) {
            $this->contains('No space left on device', $this->thrown(FileException::class, $write)->getMessage());
        }
        $refused = $this->thrown(FileException::class, static fn () => new Run($plan, '/dev/full'));
        $this->contains('is no file', $refused->getMessage());
        $this->contains('No such file', $this->thrown(FileException::class, static fn () => new Run($plan, '/not/there/journal'))->getMessage());
    }

    public function testAStreamKeepsAJournal(): void
    {
        [$plan, $target] = [Moving::plan(), new ArrayTarget()];
        $stream = fopen('php://temp', 'w+b');
        $run = new Run($plan, $stream);
        Moving::apply($run, $target, stopAfter: 3);
        $run->close();
        $again = new Run($plan, $stream);
        Moving::apply($again, $target);
        $this->same(RunStatus::Complete, $again->status());
        $this->that(is_resource($stream));
        $unwritable = fopen(__FILE__, 'rb');
        $this->contains('both read and written', $this->thrown(UsageException::class, static fn () => new Run($plan, $unwritable))->getMessage());
        fclose($stream);
        $this->contains('no open stream', $this->thrown(UsageException::class, static fn () => new Run($plan, $stream))->getMessage());
    }

    public function testAnExceptionOfTheHostLeavesAJournalThatGoesOn(): void
    {
        [$plan, $target, $journal] = [Moving::plan(), new ArrayTarget(), $this->folder() . '/journal'];
        $caught = $this->thrown(\RuntimeException::class, static function () use ($plan, $target, $journal): void {
            $run = new Run($plan, $journal);
            foreach ($run->batches() as $number => $batch) {
                if ($number === 1) {
                    throw new \RuntimeException('the database went away');
                }
                $run->record($batch, array_map(static fn ($operation) => $target->perform($run, $operation), $batch->operations));
            }
        });
        $this->same('the database went away', $caught->getMessage());
        unset($caught);
        $again = new Run($plan, $journal);
        Moving::apply($again, $target);
        $this->same(RunStatus::Complete, $again->status());
    }

    public function testOutcomesHaveToFitTheBatch(): void
    {
        $run = new Run(Moving::plan(), fopen('php://temp', 'w+b'));
        $batch = $run->batches()->current();
        foreach ([0, count($batch) + 1] as $length) {
            $caught = $this->thrown(RunException::class, static fn () => $run->record($batch, array_fill(0, $length, 'applied')));
            $this->same('outcomes-mismatch', $caught->code);
        }
        $applied = array_fill(0, count($batch), 'applied');
        $typo = $this->thrown(UsageException::class, static fn () => $run->record($batch, array_fill(0, count($batch), 'aplied')));
        $this->contains('aplied', $typo->getMessage());
        $run->record($batch, $applied);
        $twice = $this->thrown(RunException::class, static fn () => $run->record($batch, $applied));
        $this->contains('not the one that was handed out', $twice->getMessage());
    }

    public function testABatchThatWasForgottenIsNotHandedOutForEver(): void
    {
        $run = new Run(Moving::plan(), fopen('php://temp', 'w+b'));
        $caught = $this->thrown(UsageException::class, static function () use ($run): void {
            foreach ($run->batches() as $batch) {
                // Its outcomes are not recorded.
            }
        });
        $this->contains('no outcomes yet', $caught->getMessage());
    }

    public function testARunThatWasGivenUpStaysSo(): void
    {
        [$plan, $journal] = [Moving::plan(), $this->folder() . '/journal'];
        $run = new Run($plan, $journal);
        $run->abort();
        $this->same(RunStatus::Aborted, $run->status());
        $this->same([], iterator_to_array($run->batches()));
        $this->same('run-aborted', $this->thrown(RunException::class, $run->abort(...))->code);
        $run->close();
        $this->same('argument-invalid', $this->thrown(UsageException::class, $run->abort(...))->code);
        $this->same(RunStatus::Aborted, (new Run($plan, $journal))->status());
    }

    public function testABlockedPlanIsNotRun(): void
    {
        $zoe = \Memberferry\Contacts::fromRecords([['email' => 'zoë@example.org', 'tags' => ['Gold']]]);
        $target = ['kind' => 'wordpress', 'version' => '6.8.7'];
        $plan = Plan::build(Moving::site(), $zoe, Snapshot::fromRecords([]), now: Moving::now(), target: $target);
        $this->same([Code::EmailNotStorable], array_map(static fn ($issue) => $issue->code, $plan->blockers()));
        $journal = $this->folder() . '/journal';
        $caught = $this->thrown(PlanException::class, static fn () => new Run($plan, $journal));
        $this->same(['plan-blocked', Code::EmailNotStorable], [$caught->code, $caught->issues[0]->code]);
    }

    public function testAPlanIsWrittenReadAndCompared(): void
    {
        [$plan, $file] = [Moving::plan(), $this->folder() . '/plan'];
        $plan->write($file);
        $this->same($plan->toBytes(), file_get_contents($file));
        $this->same($plan->digest, Plan::read($file)->digest);
        $this->same($plan->digest, Plan::read(fopen($file, 'rb'))->digest);
        $this->same(count($plan), iterator_count($plan->operations()));
        $this->same(12, $plan->summary()->toCreate);
        $this->same('staging', $plan->environment()->kind->value);
        $altered = str_replace('m3@example.com', 'm4@example.com', $plan->toBytes());
        $this->thrown(PlanException::class, static fn () => Plan::fromBytes($altered));
        $this->that($plan->diff(Moving::plan(keepMaintenanceMode: true))->toWire() != $plan->diff($plan)->toWire());
    }
}
