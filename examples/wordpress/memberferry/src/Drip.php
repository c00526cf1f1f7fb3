<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Memberferry;

/**
 * Tells of modules that the clock has opened since it was last looked at, once each, by the action `memberferry_released`: what is open is
 * decided when a page is asked for, so nothing has to be written for it.
 */
final class Drip
{
    private const EVENT = 'memberferry_releases';
    private const UNTIL = 'memberferry_releases_until';
    private const MEMBERS = 2_000;

    public static function hook(): void
    {
        add_action(self::EVENT, static function (): void {
            self::run();
        });
        // A site whose events were lost gets them again.
        add_action('admin_init', self::schedule(...));
    }

    public static function schedule(): void
    {
        if (!wp_next_scheduled(self::EVENT)) {
            wp_schedule_event(time(), 'hourly', self::EVENT);
        }
    }

    public static function unschedule(): void
    {
        wp_clear_scheduled_hook(self::EVENT);
    }

    /** Tells of every release until now. How many there were. */
    public static function run(?\DateTimeImmutable $now = null): int
    {
        $now ??= new \DateTimeImmutable(gmdate('Y-m-d\TH:i:s\Z'));
        if (!SiteStore::isThere() || Move::current()?->isUnderWay()) {
            return 0;
        }
        // Before the first time there is nothing to catch up on: nobody is told what has been open for years.
        $since = get_option(self::UNTIL, '');
        $from = $since === '' ? $now : new \DateTimeImmutable($since);
        $told = 0;
        if ($from < $now) {
            $site = SiteStore::offerings();
            foreach (self::members() as [$ids, $members]) {
                foreach (Memberferry::nextReleases($site, $members, $from, $now) as $release) {
                    if ($release->turn->value === 'opens' && !$release->notified) {
                        $told += self::tell($ids[$release->member], $release);
                    }
                }
            }
        }
        update_option(self::UNTIL, $now->format('Y-m-d\TH:i:s\Z'), false);

        return $told;
    }

    private static function tell(int $user, \Memberferry\Record\NextRelease $release): int
    {
        global $wpdb;
        $what = mb_substr("release {$release->offering} {$release->module}", 0, 191);
        $new = Tables::run("INSERT IGNORE INTO {$wpdb->prefix}memberferry_mails VALUES (%d, %s, 'told', %s)", $user, $what, gmdate('Y-m-d H:i:s'));
        if ($new === 1) {
            do_action('memberferry_released', $user, $release->offering, $release->module, $release->at);
        }

        return $new;
    }

    /**
     * Everybody who is enrolled in something, some at a time, with their ids.
     *
     * @return \Generator<int, array{list<int>, list<array<string, mixed>>}>
     */
    private static function members(): \Generator
    {
        [$ids, $members] = [[], []];
        foreach (Users::all() as $user) {
            if (!isset($user->enrollments)) {
                continue;
            }
            $ids[] = (int) $user->id;
            $members[] = Users::enrolled($user);
            if (count($ids) === self::MEMBERS) {
                yield [$ids, $members];
                [$ids, $members] = [[], []];
            }
        }
        if ($ids !== []) {
            yield [$ids, $members];
        }
    }
}
