<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** The tables beside WordPress's own, and questions to the database that fail where they would otherwise be passed over. Knows no member. */
final class Tables
{
    /** What stands in `schema.sql` last; the others are those of every host that moves members into a WordPress site. */
    public const NAMES = ['users', 'tags', 'enrollments', 'outbox', 'operations', 'mails'];

    public static function make(): void
    {
        global $wpdb;
        $schema = str_replace('{prefix}', $wpdb->prefix, (string) file_get_contents(__DIR__ . '/schema.sql'));
        $schema = (string) preg_replace('/^--.*$/m', '', $schema);
        foreach (array_filter(array_map('trim', explode(";\n", $schema))) as $statement) {
            self::run($statement);
        }
    }

    public static function drop(): void
    {
        global $wpdb;
        foreach (self::NAMES as $name) {
            self::run("DROP TABLE IF EXISTS {$wpdb->prefix}memberferry_{$name}");
        }
    }

    /** Runs a statement, and says how many rows it was about. */
    public static function run(string $statement, mixed ...$values): int
    {
        global $wpdb;
        $done = $wpdb->query($values === [] ? $statement : $wpdb->prepare($statement, ...$values));
        if ($done === false) {
            throw new DatabaseFailure($wpdb->last_error === '' ? 'the database did not answer' : $wpdb->last_error);
        }

        return (int) $done;
    }

    /**
     * The rows of a question, each as a list.
     *
     * @return list<list<?string>>
     */
    public static function rows(string $question, mixed ...$values): array
    {
        global $wpdb;
        $rows = $wpdb->get_results($values === [] ? $question : $wpdb->prepare($question, ...$values), ARRAY_N);
        if ($wpdb->last_error !== '' || !is_array($rows)) {
            throw new DatabaseFailure($wpdb->last_error === '' ? 'the database did not answer' : $wpdb->last_error);
        }

        return $rows;
    }

    /**
     * Writes many rows by one statement: `INSERT INTO … VALUES`, and what comes after.
     *
     * @param list<list<string|int>> $rows
     */
    public static function insert(string $into, array $rows, string $after = ''): void
    {
        foreach (array_chunk($rows, 200) as $part) {
            $places = [];
            foreach ($part as $row) {
                $places[] = '(' . implode(', ', array_map(static fn ($value) => is_int($value) ? '%d' : '%s', $row)) . ')';
            }
            self::run("{$into} VALUES " . implode(', ', $places) . " {$after}", ...array_merge(...$part));
        }
    }

    /** So many places for a list, as in `IN (%s, %s)`. */
    public static function places(array $values, string $place = '%s'): string
    {
        return implode(', ', array_fill(0, count($values), $place));
    }
}
