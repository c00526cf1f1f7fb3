<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Contacts;
use Memberferry\Intake;
use Memberferry\Memberferry;
use Memberferry\Plan;
use Memberferry\Run;
use Memberferry\Site;
use Memberferry\Snapshot;
use Memberferry\Source;

/**
 * The move that this site is at: its folder, and what was decided so far. It is in the database and on disk after every step, so that it
 * does not matter which window, process or server takes the next one.
 */
final class Move
{
    private const OPTION = 'memberferry_move';

    /** What a reading takes of what the wizard asks. */
    private const READING = ['profile', 'timezone', 'dayFirst', 'delimiter', 'currency', 'mapping'];

    private ?Intake $intake = null;

    /** @param array<string, mixed> $state */
    private function __construct(public readonly string $folder, private array $state)
    {
    }

    /** The move as it stands now, whatever this process has seen of it before. */
    public static function current(): ?self
    {
        $json = Tables::rows("SELECT option_value FROM {$GLOBALS['wpdb']->options} WHERE option_name = %s", self::OPTION)[0][0] ?? '';
        $state = $json === '' ? null : json_decode((string) $json, true, 512, JSON_THROW_ON_ERROR);

        return is_array($state) ? new self(Folder::path() . '/' . $state['id'], $state) : null;
    }

    public static function required(): self
    {
        return self::current() ?? throw new Refused(__('there is no move yet. Send an export first.', 'memberferry'));
    }

    /**
     * Begins a move with an export that `$store` puts where it is told. It is looked at before it is kept: what is no export is deleted.
     *
     * @param \Closure(string): string $store Takes a path, and gives the name of the file as people know it.
     */
    public static function begin(\Closure $store): self
    {
        if (self::current()?->isUnderWay()) {
            throw new Refused(__('a move is under way. Finish it, or take it back, before the next one.', 'memberferry'));
        }
        $folder = Folder::make();
        try {
            $name = $store("{$folder}/export");
            $move = new self($folder, ['id' => basename($folder), 'name' => $name, 'since' => gmdate('c'), 'by' => self::operator()]);
            $move->intake();
        } catch (\Throwable $error) {
            Folder::remove($folder);
            throw $error;
        }
        self::current()?->discard();
        $move->save();

        return $move;
    }

    /** Forgets the move, and deletes its folder. */
    public function discard(): void
    {
        Folder::remove($this->folder);
        delete_option(self::OPTION);
    }

    /** Deletes what nobody has gone on with for a week: exports of moves that were not started, and folders of moves that are forgotten. */
    public static function sweep(): void
    {
        $current = self::current();
        foreach ((array) glob(Folder::path() . '/*', GLOB_ONLYDIR) as $folder) {
            $isOld = (int) @filemtime((string) $folder) < time() - WEEK_IN_SECONDS;
            if ($isOld && $folder !== $current?->folder) {
                Folder::remove((string) $folder);
            } elseif ($isOld && $current?->get('startedAt') === null) {
                $current?->discard();
            }
        }
    }

    public function get(string $name, mixed $default = null): mixed
    {
        return $this->state[$name] ?? $default;
    }

    /** @param array<string, mixed> $changes What is `null` is forgotten. */
    public function change(array $changes): void
    {
        $this->state = array_filter([...$this->state, ...$changes], static fn ($value) => $value !== null);
        $this->save();
    }

    public function file(string $name): string
    {
        return "{$this->folder}/{$name}";
    }

    // --- Reading ------------------------------------------------------------------------------------------------------

    /** What the export holds. */
    public function intake(): Intake
    {
        if ($this->intake !== null) {
            return $this->intake;
        }
        $stream = @fopen($this->file('export'), 'rb');
        if ($stream === false) {
            throw new Refused(__('the export was deleted, as it is when a move is over. Send it again for another one.', 'memberferry'));
        }
        $reading = array_intersect_key((array) $this->get('reading', []), array_flip(self::READING));
        $reading = array_filter($reading + ['timezone' => TimeZone::ofSite()], static fn ($value) => $value !== null);
        try {
            return $this->intake = Memberferry::readContacts($stream, ...$reading, fileName: (string) $this->get('name'));
        } finally {
            fclose($stream);
        }
    }

    /** @param array<string, mixed> $reading How the export is to be read. What comes after it is decided anew. */
    public function readAs(array $reading): void
    {
        $this->refuseUnderWay();
        $before = $this->state;
        $this->intake = null;
        $this->state['reading'] = array_filter($reading, static fn ($value) => $value !== null && $value !== '');
        try {
            $this->intake();
        } catch (\Throwable $error) {
            $this->state = $before;
            throw $error;
        }
        $this->unplan();
    }

    // --- Planning -----------------------------------------------------------------------------------------------------

    /**
     * Plans the move for the users who are here now.
     *
     * @param array<string, mixed> $options As the library's plan options have them.
     */
    public function makePlan(array $options): Plan
    {
        $this->refuseUnderWay();
        $site = SiteStore::site();
        $snapshot = Users::snapshot();
        $version = (string) preg_replace('/[^0-9.].*$/', '', get_bloginfo('version'));
        $operator = wp_get_current_user()->user_email;
        $plan = Plan::build($site, $this->intake(), $snapshot, [
            'now' => new \DateTimeImmutable(gmdate('Y-m-d\TH:i:s\Z')),
            'target' => ['kind' => 'wordpress', 'version' => $version],
            ...(Users::isAddress($operator) ? ['operatorEmail' => $operator] : []),
            ...$options,
        ]);
        $plan->write($this->file('plan'));
        Folder::write($this->file('site.json'), [SiteStore::json()]);
        Folder::write($this->file('before'), (static function () use ($snapshot): \Generator {
            foreach ($snapshot as $user) {
                yield json_encode($user, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES) . "\n";
            }
        })());
        $this->change(['options' => $options, 'digest' => $plan->digest, 'approved' => null, 'status' => null]);

        return $plan;
    }

    /** The plan, if there is one. */
    public function plan(string $which = 'plan'): ?Plan
    {
        return is_file($this->file($which)) ? Plan::read($this->file($which)) : null;
    }

    /**
     * Says that somebody looked a plan over. Where somebody would see less or more by it that nobody asked for, that has to be accepted.
     *
     * @param list<array<string, mixed>> $losses What of it is accepted, as the library's `AcceptedLoss` has it.
     * @param list<array<string, mixed>> $gains The same of `AcceptedGain`.
     */
    public function approve(string $digest, array $losses = [], array $gains = []): void
    {
        $this->refuseUnderWay();
        if ($this->get('digest') === null || !hash_equals((string) $this->get('digest'), $digest)) {
            throw new Refused(__('this is not the digest of the plan as it is now. Look it over again.', 'memberferry'));
        }
        if ($this->plan()?->blockers() !== []) {
            throw new Refused(__('the plan is blocked. Mend what blocks it, or accept it by name.', 'memberferry'));
        }
        $this->refuseOtherSite();
        $proof = AccessCheck::foreseen($this, $losses, $gains);
        // What somebody wrote stays, whatever comes of it.
        $this->change(['acceptedLosses' => $losses, 'acceptedGains' => $gains, 'approved' => null]);
        if (!$proof->ok) {
            throw new Refused(AccessCheck::words($proof) . ' ' . __('Accept it by its page or its cause, each with a reason, or plan otherwise.', 'memberferry'));
        }
        $this->change(['approved' => ['digest' => $digest, 'by' => self::operator(), 'at' => gmdate('c')]]);
    }

    // --- Running ------------------------------------------------------------------------------------------------------

    /** Starts the run of the plan that was approved. What carries it on are ticks. */
    public function start(): void
    {
        $approved = $this->get('approved');
        if (!is_array($approved)) {
            throw new Refused(__('the plan was not approved yet.', 'memberferry'));
        }
        if ($this->get('startedAt') === null) {
            $this->refuseOtherSite();
            if (!(new Readiness($this))->mayStart()) {
                throw new Refused(__('the site is not ready: look at the checklist.', 'memberferry'));
            }
        }
        $this->change(['startedAt' => $this->get('startedAt') ?? gmdate('c'), 'status' => 'running', 'problem' => null]);
        Ticks::schedule();
    }

    /** Whether something has begun that is not over. */
    public function isUnderWay(): bool
    {
        return in_array('running', [$this->get('status'), $this->get('backStatus')], true);
    }

    /** Whether it is the run that takes the other one back which is at work. */
    public function isGoingBack(): bool
    {
        return $this->get('backStartedAt') !== null;
    }

    /** The run at work, from where its journal ends. One process at a time holds it. */
    public function run(): Run
    {
        $isBack = $this->isGoingBack();
        $plan = $this->plan($isBack ? 'back-plan' : 'plan') ?? throw new Refused(__('there is no plan.', 'memberferry'));
        if ($isBack) {
            return new Run($plan, $this->file('back-journal'), approved: (string) $this->get('backDigest'));
        }
        // What was read is needed where there are passwords to take from it.
        $isKept = str_starts_with((string) ($this->get('options')['passwordPolicy'] ?? ''), 'keep-');
        $contacts = $isKept && is_file($this->file('export')) ? $this->intake()->contacts : null;

        return new Run(
            $plan,
            $this->file('journal'),
            approved: (string) ($this->get('approved')['digest'] ?? ''),
            contacts: $contacts,
        );
    }

    /** Notes how the run at work stands. When it is over, the export is deleted: it may hold secrets. */
    public function settle(string $status): void
    {
        $this->change([$this->isGoingBack() ? 'backStatus' : 'status' => $status, 'problem' => null]);
        if ($status === 'complete' || $status === 'complete-with-failures') {
            // Whom it held is needed for the proof; it is written without anything secret.
            if (!$this->isGoingBack() && is_file($this->file('export'))) {
                $this->intake()->contacts->writeCsv($this->file('people'));
                chmod($this->file('people'), 0o600);
            }
            @unlink($this->file('export'));
        }
    }

    /** Gives the run at work up. What was done stays, until it is taken back. */
    public function abort(): void
    {
        $lock = Lock::take() ?? throw new Refused(__('a batch is being written. Try again in a moment.', 'memberferry'));
        try {
            $run = $this->run();
            $run->abort();
            $this->settle($run->status()->value);
        } finally {
            $lock->release();
        }
    }

    /** Plans to take back what the run wrote, wherever it is still so. It is looked over and started like any other. */
    public function planBack(): Plan
    {
        $this->refuseUnderWay();
        if ($this->get('startedAt') === null || $this->get('backStartedAt') !== null) {
            throw new Refused(__('there is no run to take back.', 'memberferry'));
        }
        $lock = Lock::take() ?? throw new Refused(__('a batch is being written. Try again in a moment.', 'memberferry'));
        try {
            $run = $this->run();
            $back = $run->rollbackPlan(Users::snapshot());
            $run->close();
        } finally {
            $lock->release();
        }
        $back->write($this->file('back-plan'));
        $this->change(['backDigest' => $back->digest]);

        return $back;
    }

    /** Starts to take the run back, by the plan with this digest. */
    public function startBack(string $digest): void
    {
        if ($this->get('backDigest') === null || !hash_equals((string) $this->get('backDigest'), $digest)) {
            throw new Refused(__('this is not the digest of the plan as it is now. Look it over again.', 'memberferry'));
        }
        $this->change(['backStartedAt' => $this->get('backStartedAt') ?? gmdate('c'), 'backStatus' => 'running', 'progress' => null]);
        Ticks::schedule();
    }

    /** Whether somebody said that there is a backup: without one, nothing is written. */
    public function hasBackup(): bool
    {
        return ($this->get('answers')['backup-verified']['answer'] ?? '') === 'yes' || $this->get('hasBackup') === true;
    }

    // --- Who and what ------------------------------------------------------------------------------------------------

    /** The users as they were when the plan was made. */
    public function before(): Snapshot
    {
        return Snapshot::fromRecords((function (): \Generator {
            $lines = fopen($this->file('before'), 'rb');
            while ($lines !== false && ($line = fgets($lines)) !== false) {
                yield (array) json_decode($line, false, 512, JSON_THROW_ON_ERROR);
            }
        })());
    }

    /** Whom the export held, as long as that is known. */
    public function people(): ?Contacts
    {
        if (is_file($this->file('export'))) {
            return $this->intake()->contacts;
        }

        return is_file($this->file('people')) ? Memberferry::readContacts(Source::path($this->file('people')))->contacts : null;
    }

    /** The site as it was when the plan was made. */
    public function site(): Site
    {
        return Site::load(Source::path($this->file('site.json')));
    }

    /** @return list<array<string, mixed>> */
    public function acceptedLosses(): array
    {
        return (array) $this->get('acceptedLosses', []);
    }

    /** @return list<array<string, mixed>> */
    public function acceptedGains(): array
    {
        return (array) $this->get('acceptedGains', []);
    }

    /** Who did something: the login name, or that it was done from a shell. */
    public static function operator(): string
    {
        $user = wp_get_current_user();

        return $user->exists() ? $user->user_login : 'shell';
    }

    /** What was decided before the run stays as it was decided. */
    public function refuseUnderWay(): void
    {
        if ($this->isUnderWay() || $this->isGoingBack()) {
            throw new Refused(__('the move has begun, so this can no longer be changed.', 'memberferry'));
        }
    }

    /** Who may see what was foreseen by the site as it was. */
    private function refuseOtherSite(): void
    {
        if (@file_get_contents($this->file('site.json')) !== SiteStore::json()) {
            throw new Refused(__('what is sold or guarded was changed since the plan was made. Make the plan anew.', 'memberferry'));
        }
    }

    private function unplan(): void
    {
        foreach (['plan', 'before', 'site.json'] as $name) {
            @unlink($this->file($name));
        }
        $this->change(['digest' => null, 'approved' => null, 'acceptedLosses' => null, 'acceptedGains' => null]);
    }

    private function save(): void
    {
        $json = json_encode($this->state, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
        update_option(self::OPTION, $json, false);
    }
}
