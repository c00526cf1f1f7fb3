<?php

declare(strict_types=1);

namespace Memberferry\Tests;

use Memberferry\Contacts;
use Memberferry\Plan;
use Memberferry\Run;
use Memberferry\Site;
use Memberferry\Snapshot;

/** What several tests need: a site, people, a plan, and a way to carry it out. */
final class Moving
{
    public const SITE = [
        'format' => 1,
        'name' => 'Harbour Academy',
        'timezone' => 'Europe/Amsterdam',
        'environment' => ['kind' => 'staging', 'url' => 'https://staging.harbour.example'],
        'tags' => ['Gold', 'VIP'],
        'offerings' => [['id' => 'gold', 'name' => 'Gold', 'kind' => 'membership', 'accessTag' => 'Gold', 'modules' => []]],
        'pages' => [
            ['id' => 'front', 'title' => 'Front'],
            ['id' => 'inner', 'title' => 'Inner', 'rule' => ['kind' => 'logged-in']],
            ['id' => 'vip', 'title' => 'VIP', 'rule' => ['kind' => 'has-any', 'tags' => ['VIP']]],
        ],
    ];

    public const SEED = 'sixteen bytes or more of a secret';

    public static function now(): \DateTimeImmutable
    {
        return new \DateTimeImmutable('2024-06-01T00:00:00Z');
    }

    public static function site(): Site
    {
        return Site::load(self::SITE);
    }

    public static function contacts(int $people = 12): Contacts
    {
        $make = static function () use ($people): \Generator {
            for ($number = 0; $number < $people; $number++) {
                $tags = $number % 2 === 0 ? ['Gold', 'VIP'] : ['Gold'];
                yield ['email' => "m{$number}@example.com", 'firstName' => "M{$number}", 'tags' => $tags];
            }
        };

        return Contacts::fromRecords($make());
    }

    public static function plan(mixed ...$decisions): Plan
    {
        $decisions += ['now' => self::now(), 'batchSize' => 5];

        return Plan::build(self::site(), self::contacts(), Snapshot::fromRecords([]), ...$decisions);
    }

    /** Carries a run out; after so many batches the process dies: what was done is done, and nothing of it is recorded. */
    public static function apply(Run $run, ArrayTarget $target, ?int $stopAfter = null): int
    {
        $batches = 0;
        foreach ($run->batches() as $batch) {
            $outcomes = array_map(static fn ($operation) => $target->perform($run, $operation), $batch->operations);
            if ($batches === $stopAfter) {
                return $batches;
            }
            $run->record($batch, $outcomes);
            $batches++;
        }

        return $batches;
    }
}
