<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Memberferry;

/**
 * Carries the run on, some seconds at a time. WP-Cron does so every minute, and the wizard as long as its window is open; each may die at any
 * point, and whichever comes next goes on from the journal.
 */
final class Ticks
{
    private const EVENT = 'memberferry_tick';
    private const INTERVAL = 'memberferry_minute';
    /** How long a tick of WP-Cron works at most. */
    private const CRON_SECONDS = 25.0;
    /** What is looked at with every user at hand, not within a transaction. */
    private const AGAINST_ALL_USERS = ['check-target', 'verify-target'];

    public static function hook(): void
    {
        add_filter('cron_schedules', static fn (array $schedules) => $schedules + [
            self::INTERVAL => ['interval' => 60, 'display' => __('Every minute', 'memberferry')],
        ]);
        // WordPress's own event for what is to be deleted, daily.
        add_action('wp_scheduled_delete', static function (): void {
            Move::sweep();
        });
        add_action(self::EVENT, static function (): void {
            try {
                self::tick(self::CRON_SECONDS);
            } catch (\Throwable $error) {
                self::note($error);
            }
        });
    }

    public static function schedule(): void
    {
        if (!wp_next_scheduled(self::EVENT)) {
            wp_schedule_event(time(), self::INTERVAL, self::EVENT);
        }
    }

    public static function unschedule(): void
    {
        wp_clear_scheduled_hook(self::EVENT);
    }

    /** Works for some seconds, and says what the run has come to: `busy` where another process is at it, `idle` where there is nothing to do. */
    public static function tick(float $seconds): string
    {
        $until = microtime(true) + $seconds;
        $lock = Lock::take();
        if ($lock === null) {
            return 'busy';
        }
        try {
            $move = Move::current();
            $status = $move !== null && $move->isUnderWay() ? self::carryOut($move, $lock, $until) : 'idle';
            $hasMail = $status === 'running' || Mailer::send($lock, $until);
            if ($status !== 'running' && !$hasMail) {
                self::unschedule();
            }

            return $status;
        } finally {
            $lock->release();
        }
    }

    private static function carryOut(Move $move, Lock $lock, float $until): string
    {
        @set_time_limit(0);
        $run = $move->run();
        foreach ($run->batches() as $batch) {
            $lock->renew();
            $operations = array_map(static fn ($operation) => $operation->toWire(), $batch->operations);
            $byId = array_column($batch->operations, null, 'id');
            if (in_array($operations[0]->kind, self::AGAINST_ALL_USERS, true)) {
                $outcomes = array_map(static fn ($operation) => self::look($move, $run->plan, $operation), $operations);
            } else {
                $outcomes = Target::perform($run->plan->digest, $operations, $move->hasBackup(), static function ($operation) use ($run, $byId): ?array {
                    // One that is made up is told nobody: the mail lets people choose theirs.
                    $password = $operation->kind === 'reset-password' ? null : $run->password($byId[$operation->id]);

                    return $password === null ? null : ['kind' => $password->kind, 'secret' => $password->expose()];
                });
            }
            $run->record($batch, $outcomes);
            if (microtime(true) >= $until) {
                break;
            }
        }
        wp_maybe_update_user_counts();
        $status = $run->status()->value;
        $move->change(['progress' => self::shown($run)]);
        $run->close();
        if ($status !== 'running') {
            $move->settle($status);
        }

        return $status;
    }

    /** What is shown of a run to whoever does not hold its journal. @return array<string, mixed> */
    private static function shown(\Memberferry\Run $run): array
    {
        $progress = json_decode((string) json_encode($run->progress()), true);
        $progress['failures'] = array_slice($progress['failures'] ?? [], 0, 50);

        return $progress;
    }

    /** @return array<string, mixed> */
    private static function look(Move $move, \Memberferry\Plan $plan, \stdClass $operation): array
    {
        $users = Users::snapshot();
        if ($operation->kind === 'check-target') {
            return $users->digest() === $operation->change->snapshot
                ? ['kind' => 'applied']
                : ['kind' => 'conflict', 'message' => 'the users of the site were changed since the plan was made'];
        }
        $found = Memberferry::reconcile($plan, $users);

        if (!$found->ok) {
            return ['kind' => 'conflict', 'message' => "the site differs from the plan in {$found->differencesFound} places"];
        }
        $access = $move->isGoingBack() ? null : AccessCheck::found($move);

        return $access === null || $access->ok ? ['kind' => 'applied'] : ['kind' => 'conflict', 'message' => AccessCheck::words($access)];
    }

    /** Keeps what went wrong where the wizard shows it. The next tick tries again. */
    public static function note(\Throwable $error): void
    {
        Move::current()?->change(['problem' => Problem::text($error)]);
    }
}
