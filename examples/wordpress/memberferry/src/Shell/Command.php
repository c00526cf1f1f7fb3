<?php

declare(strict_types=1);

namespace MemberferryPlugin\Shell;

use Memberferry\Memberferry;
use Memberferry\Plan;
use MemberferryPlugin\AccessCheck;
use MemberferryPlugin\Lock;
use MemberferryPlugin\Mailer;
use MemberferryPlugin\Maintenance;
use MemberferryPlugin\Move;
use MemberferryPlugin\Plugin;
use MemberferryPlugin\Problem;
use MemberferryPlugin\Readiness;
use MemberferryPlugin\Refused;
use MemberferryPlugin\Report;
use MemberferryPlugin\SiteStore;
use MemberferryPlugin\Ticks;
use MemberferryPlugin\Upload;
use MemberferryPlugin\Users;

/** The steps of the wizard as commands. Each ends with 0 where all is well, 1 where it found or met something, 2 where it was called wrongly. */
final class Command
{
    private const USAGE = <<<'TEXT'
        usage: php memberferry.php [--path=FOLDER] [--user=LOGIN] COMMAND

          status                   where the move is
          site FILE                take a site document over
          upload FILE [--profile=NAME] [--timezone=ZONE] [--day-first] [--mapping=FILE]
          look                     what the export is, and what is wrong with it
          ready                    the checklist; ends with 1 where it is not met
          answer ITEM=ANSWER…      yes, no or not-applicable, with a note after a colon
          plan [--options=FILE] [--all-contacts] [--passwords=POLICY] [--notify] [--keep-maintenance] [--waive=CODE:REASON]
          access                   who sees less or more by the move than anybody asked for; ends with 1 where somebody does
          approve DIGEST [--accept-loss=PAGE:REASON] [--accept-gain=PAGE:REASON]
                                   say that the plan was looked over, and what of the access that is lost or gained is right;
                                   instead of PAGE:REASON also JSON, as `access` writes it
          run [--in-spite=REASON] [--i-have-a-backup]    carry it out; after a crash, go on
          abort                    give the run up
          verify                   compare the site with the plan, and draw ten people to look at
          mails                    send what waits, and list what became of it
          report FILE              write the report: .html, .md or .json
          rollback [DIGEST]        plan to take the run back; with the digest of that plan, do so
          maintenance on|off       keep visitors out, or let them in
          discard                  forget the move, and delete what was sent

        TEXT;

    /** @param array<string, list<string>> $options */
    private function __construct(private readonly array $options)
    {
    }

    /**
     * @param list<string> $words
     * @param array<string, list<string>> $options
     */
    public static function main(array $words, array $options): int
    {
        $command = array_shift($words) ?? 'help';
        $self = new self($options);
        try {
            $lack = Plugin::lack() ?? Plugin::lackOfPackage();
            if ($lack !== null) {
                throw new Refused($lack);
            }
            $self->logIn();

            return match ($command) {
                'status' => $self->status(),
                'site' => $self->site(...$words),
                'upload' => $self->upload(...$words),
                'look' => $self->look(),
                'ready' => $self->ready(),
                'answer' => $self->answer($words),
                'plan' => $self->plan(),
                'access' => $self->access(),
                'approve' => $self->approve(...$words),
                'run' => $self->run(),
                'abort' => $self->abort(),
                'verify' => $self->verify(),
                'mails' => $self->mails(),
                'report' => $self->report(...$words),
                'rollback' => $self->rollback(...$words),
                'maintenance' => $self->maintenance(...$words),
                'discard' => $self->discard(),
                'help' => self::say(self::USAGE),
                default => throw new \ArgumentCountError("there is no command `{$command}`"),
            };
        } catch (\ArgumentCountError $error) {
            fwrite(STDERR, "error: {$command} was called with too little, or is none\n\n" . self::USAGE);

            return 2;
        } catch (\Throwable $error) {
            fwrite(STDERR, 'error: ' . Problem::text($error) . "\n");
            if (isset($options['debug'])) {
                fwrite(STDERR, "{$error}\n");
            }

            return 1;
        }
    }

    /** Whoever has the shell may do anything; the plan has to know whom to leave alone. */
    private function logIn(): void
    {
        $login = $this->options['user'][0] ?? null;
        $user = $login === null
            ? get_users(['role' => 'administrator', 'orderby' => 'ID', 'number' => 1])[0] ?? null
            : get_user_by('login', $login);
        if (!$user instanceof \WP_User || !user_can($user, Plugin::CAPABILITY)) {
            throw new Refused('--user has to name an administrator of the site');
        }
        wp_set_current_user($user->ID);
    }

    private function status(): int
    {
        $move = Move::current();
        if ($move === null) {
            return self::say("no move\n");
        }
        $state = array_filter([
            'export' => $move->get('name'),
            'plan' => $move->get('digest'),
            'approved' => $move->get('approved')['by'] ?? null,
            'run' => $move->get('status'),
            'rollback' => $move->get('backStatus'),
            'problem' => $move->get('problem'),
            'maintenance' => Maintenance::isOn() ? 'on' : 'off',
        ]);
        foreach ($state as $name => $value) {
            self::say(sprintf("%-12s %s\n", $name, $value));
        }
        $progress = $move->get('progress');
        if (is_array($progress)) {
            self::say("done         {$progress['done']} of {$progress['total']}, {$progress['failed']} failed\n");
        }

        return 0;
    }

    private function site(string $file): int
    {
        $found = SiteStore::replace($this->content($file));

        return self::say("{$found['matched']} pages guard posts, {$found['unmatched']} have no post here\n");
    }

    private function upload(string $file): int
    {
        $stream = @fopen($file, 'rb') ?: throw new Refused("{$file} cannot be read");
        $move = Move::begin(static function (string $to) use ($stream, $file): string {
            Upload::store($stream, $to);

            return Upload::name($file);
        });
        $mapping = isset($this->options['mapping']) ? json_decode($this->content($this->options['mapping'][0]), true, 32, JSON_THROW_ON_ERROR) : null;
        $reading = array_filter([
            'profile' => $this->options['profile'][0] ?? null,
            'timezone' => $this->options['timezone'][0] ?? null,
            'dayFirst' => isset($this->options['day-first']) ? true : null,
            'mapping' => $mapping,
        ], static fn ($value) => $value !== null);
        if ($reading !== []) {
            $move->readAs($reading);
        }

        return $this->look();
    }

    private function look(): int
    {
        $intake = Move::required()->intake();
        $source = $intake->detection->source;
        self::say("{$source->profile}, " . ($source->certain ? 'certain' : 'likely') . ': ' . implode('; ', $source->reasons) . "\n");
        self::say("{$intake->stats->contacts} contacts of {$intake->stats->records} records, {$intake->stats->setAside} set aside\n");
        foreach ($intake->mapping->columns as $column) {
            $use = $column->use->toWire();
            self::say(sprintf("  %-28s %s %s\n", $column->header, $use->kind, $use->field ?? $use->name ?? ''));
        }
        self::issues($intake->issues);

        return 0;
    }

    private function ready(): int
    {
        $readiness = (new Readiness(Move::required()))->assess();
        foreach ($readiness->checklist ?? [] as $entry) {
            self::say(sprintf("%-14s %-30s %s\n", $entry->status->value, $entry->item->value, $entry->found ?? $entry->question));
        }
        self::say("{$readiness->verdict->value}\n");

        return $readiness->verdict->value === 'ready' ? 0 : 1;
    }

    /** @param list<string> $words */
    private function answer(array $words): int
    {
        $answers = [];
        foreach ($words as $word) {
            if (preg_match('/\A([a-z-]+)=([a-z-]*)(?::(.*))?\z/s', $word, $match) !== 1) {
                throw new \ArgumentCountError("`{$word}` is not ITEM=ANSWER");
            }
            $answers[$match[1]] = ['answer' => $match[2], 'note' => $match[3] ?? ''];
        }
        (new Readiness(Move::required()))->answer($answers);

        return 0;
    }

    private function plan(): int
    {
        $options = isset($this->options['options']) ? json_decode($this->content($this->options['options'][0]), true, 32, JSON_THROW_ON_ERROR) : [];
        foreach ($this->options['waive'] ?? [] as $waiver) {
            [$code, $reason] = explode(':', $waiver, 2) + [1 => ''];
            $options['waivers'][] = ['code' => $code, 'reason' => $reason];
        }
        $options += array_filter([
            'importAllContacts' => isset($this->options['all-contacts']),
            'keepMaintenanceMode' => isset($this->options['keep-maintenance']),
            'passwordPolicy' => $this->options['passwords'][0] ?? null,
            'notify' => isset($this->options['notify']) ? 'mailable' : null,
            'batchSize' => isset($this->options['batch-size']) ? (int) $this->options['batch-size'][0] : null,
        ]);
        $plan = Move::required()->makePlan($options);
        self::summary($plan);
        $access = $this->access();

        return $plan->blockers() === [] ? $access : 1;
    }

    /** Who sees less or more: before the run what is foreseen, after it what was found. */
    private function access(): int
    {
        $move = Move::required();
        $proof = $move->get('startedAt') === null
            ? AccessCheck::foreseen($move, $move->acceptedLosses(), $move->acceptedGains())
            : AccessCheck::found($move);
        if ($proof === null) {
            return self::say("access       not known any more: what the export held is gone\n");
        }
        $options = [];
        foreach (AccessCheck::groups($proof) as $group) {
            $what = $group['isLoss'] ? 'lost' : 'gained';
            self::say("access       `{$group['page']}` {$what} by {$group['count']}, such as {$group['who'][0]}: {$group['before']} before, " . ($group['after'] ?? 'no such page') . " after\n");
            foreach (AccessCheck::acceptable($group) as $each) {
                $json = json_encode($each + ['why' => '…'], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
                $options[] = ($group['isLoss'] ? '--accept-loss=' : '--accept-gain=') . "'" . str_replace("'", "'\\''", $json) . "'";
            }
        }
        foreach (array_unique($move->get('startedAt') === null ? $options : []) as $option) {
            self::say("accept by    {$option}\n");
        }
        foreach ([...$proof->comparison->accepted, ...$proof->acceptedGains] as $each) {
            self::say("accepted     {$each->count} times: {$each->accepted->why}\n");
        }
        self::say('access       ' . ($proof->ok ? 'nobody sees less or more than was asked for' : AccessCheck::words($proof)) . "\n");

        return $proof->ok ? 0 : 1;
    }

    /** @return list<array<string, mixed>> */
    private function accepted(string $option): array
    {
        $accepted = [];
        foreach ($this->options[$option] ?? [] as $each) {
            if (str_starts_with($each, '{')) {
                $accepted[] = (array) json_decode($each, true, 4, JSON_THROW_ON_ERROR);
                continue;
            }
            [$page, $why] = explode(':', $each, 2) + [1 => ''];
            $accepted[] = ['kind' => 'page', 'page' => $page, 'why' => $why];
        }

        return $accepted;
    }

    private function approve(string $digest): int
    {
        Move::required()->approve($digest, $this->accepted('accept-loss'), $this->accepted('accept-gain'));

        return 0;
    }

    private function run(): int
    {
        $move = Move::required();
        if (isset($this->options['i-have-a-backup'])) {
            $move->change(['hasBackup' => true]);
        }
        if (isset($this->options['in-spite'])) {
            $reason = trim($this->options['in-spite'][0]);
            $move->change(['inSpite' => ['reason' => $reason === '' ? throw new \ArgumentCountError() : $reason, 'by' => Move::operator(), 'at' => gmdate('c')]]);
        }
        if (!$move->isUnderWay()) {
            $move->start();
        }

        return $this->goOn();
    }

    /** Ticks until the run is over. Another process that died in the middle holds the lock until it expires. */
    private function goOn(): int
    {
        do {
            $status = Ticks::tick((float) ($this->options['tick'][0] ?? 5));
            self::say("{$status}\n");
            if ($status === 'busy') {
                sleep(1);
            }
        } while ($status === 'running' || $status === 'busy');
        foreach (Move::current()?->get('problem') !== null ? [Move::current()->get('problem')] : [] as $problem) {
            self::say("{$problem}\n");
        }

        return $status === 'complete' || $status === 'idle' ? 0 : 1;
    }

    private function abort(): int
    {
        Move::required()->abort();

        return 0;
    }

    private function verify(): int
    {
        $move = Move::required();
        $plan = $move->plan() ?? throw new Refused('there is no plan');
        $found = Memberferry::reconcile($plan, Users::snapshot());
        $counts = $found->verified;
        self::say("users        {$counts->usersFound} of {$counts->usersExpected}\n");
        self::say("planned      {$counts->plannedUsersFound} of {$counts->plannedUsers}\n");
        self::say("tags         {$counts->tagsFound} of {$counts->tagsExpected}\n");
        self::say("enrollments  {$counts->enrollmentsFound} of {$counts->enrollmentsExpected}\n");
        foreach ($found->differences as $difference) {
            self::say("differs      {$difference->subject} {$difference->field}: `{$difference->expected}`, found `{$difference->found}`\n");
        }
        foreach (Memberferry::spotCheck($plan, $move->before()) as $check) {
            self::say("look at      {$check->email} {$check->firstName} {$check->lastName}: " . implode(', ', $check->tags) . "\n");
        }

        $access = $this->access();

        return $found->ok ? $access : 1;
    }

    private function mails(): int
    {
        $lock = Lock::take() ?? throw new Refused('another process is at work; try again in a moment');
        Mailer::send($lock, microtime(true) + 3_600);
        $lock->release();
        foreach (Mailer::counts() as $state => $count) {
            self::say(sprintf("%-10s %d\n", $state, $count));
        }

        return 0;
    }

    private function report(string $file): int
    {
        $forms = ['html' => 'html', 'md' => 'markdown', 'json' => 'document'];
        $form = $forms[pathinfo($file, PATHINFO_EXTENSION)] ?? throw new Refused('end the name in .html, .md or .json');
        $text = Report::of(Move::required(), $form);
        if (@file_put_contents($file, $text) !== strlen($text)) {
            throw new Refused("{$file} cannot be written");
        }

        return 0;
    }

    private function rollback(?string $digest = null): int
    {
        $move = Move::required();
        if ($digest === null) {
            self::summary($move->planBack());

            return 0;
        }
        $move->startBack($digest);

        return $this->goOn();
    }

    private function maintenance(string $state): int
    {
        Maintenance::set(match ($state) {
            'on' => true,
            'off' => false,
            default => throw new \ArgumentCountError(),
        });

        return 0;
    }

    private function discard(): int
    {
        $move = Move::required();
        if ($move->isUnderWay()) {
            throw new Refused('the run is under way; give it up by `abort` first');
        }
        $move->discard();

        return 0;
    }

    private function content(string $file): string
    {
        $content = @file_get_contents($file);

        return $content === false ? throw new Refused("{$file} cannot be read") : $content;
    }

    private static function summary(Plan $plan): void
    {
        foreach (get_object_vars($plan->summary()->toWire()) as $name => $value) {
            if (is_int($value)) {
                self::say(sprintf("%-24s %d\n", $name, $value));
            }
        }
        self::issues($plan->issues());
        foreach ($plan->blockers() as $issue) {
            self::say("blocked by {$issue->code->value}\n");
        }
        self::say("digest {$plan->digest}\n");
    }

    /** @param iterable<\Memberferry\Record\Issue> $issues */
    private static function issues(iterable $issues): void
    {
        foreach ($issues as $issue) {
            $line = $issue->location?->line;
            $value = $issue->value === null ? '' : " `{$issue->value}`";
            self::say("{$issue->severity->value} {$issue->code->value}: {$issue->message}{$value}" . ($line === null ? '' : " (line {$line})") . "\n");
        }
    }

    private static function say(string $text): int
    {
        // Whatever an export holds, it does not steer a terminal.
        echo preg_replace('/[\x00-\x08\x0b-\x1f\x7f]/', '?', $text);

        return 0;
    }
}
