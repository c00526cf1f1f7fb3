<?php

// Measures reading a list with the package against the loop that people write with `fgetcsv`, each in a process of its own, in CPU seconds:
// `cargo xtask bench php`. Both find the same people; what the loop leaves out is said at `checked_loop`. Both look at the same five values of
// each person.

declare(strict_types=1);

namespace Memberferry\Benches;

use Memberferry\Intake;
use Memberferry\Memberferry;
use Memberferry\Wire;

require __DIR__ . '/../tests/autoload.php';

/** @return array<string, array{string, \Closure(string): string}> */
function works(): array
{
    return [
        'bare' => ['`fgetcsv`, and nothing else', bare_loop(...)],
        'loop' => ['`fgetcsv` with the same checks', checked_loop(...)],
        'read' => ['memberferry: read, check, normalise, deduplicate', static fn ($file) => found(read($file), 0)],
        'some-columns' => ['the same, and five columns to PHP, each row looked at', some_columns(...)],
        'columns' => ['the same, and every column to PHP', columns(...)],
        'lines' => ['the same, and lines of JSON to PHP, not decoded', lines(...)],
        'records' => ['the same, and records to PHP', records(...)],
    ];
}

/** What a process prints of one work: seconds of CPU, the most MiB, and what it found. */
function measure(string $name, string $file): void
{
    $found = works()[$name][1]($file);
    $usage = getrusage() ?: [];
    $seconds = $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
    printf("%.3f\t%d\t%s\n", $seconds, intdiv($usage['ru_maxrss'], 1_024), $found);
}

function compare(string $file): void
{
    printf("%s, %d MB; one process each\n\n", basename($file), intdiv((int) filesize($file), 1_000_000));
    echo "| work | CPU s | the loop's is × | peak MiB | found |\n|---|---|---|---|---|\n";
    $seconds = [];
    foreach (works() as $name => [$title]) {
        $settings = ['-d', 'extension=' . extension_file(), '-d', 'memory_limit=-1'];
        $process = proc_open([PHP_BINARY, ...$settings, __FILE__, '--measure', $name, $file], [1 => ['pipe', 'w']], $pipes);
        [$taken, $peak, $found] = explode("\t", rtrim((string) stream_get_contents($pipes[1])));
        if ($process === false || proc_close($process) !== 0) {
            exit(1);
        }
        $seconds[$name] = (float) $taken;
        $times = isset($seconds['loop']) && $name !== 'loop' ? sprintf('%.1f', $seconds['loop'] / $seconds[$name]) : '';
        echo "| {$title} | {$taken} | {$times} | {$peak} | {$found} |\n";
    }
}

/** The file that this process was told to load as the extension. */
function extension_file(): string
{
    preg_match('/extension=(\S+)/', strtr((string) file_get_contents('/proc/self/cmdline'), "\0", ' '), $found);

    return $found[1];
}

function bare_loop(string $file): string
{
    $stream = fopen($file, 'rb');
    $records = -1;
    while (fgetcsv($stream, null, ',', '"', '') !== false) {
        $records++;
    }

    return "{$records} records";
}

/**
 * What people write, with the checks that the library makes on this file: cells trimmed and looked at for UTF-8, addresses held to their
 * form and lengths, dates read as UTC and refused where there is no such day, telephone numbers made international, countries known by
 * their codes, tags parted, statuses taken to the stricter, rows of one address made into one, and whatever was set aside, dropped or
 * overruled noted with its line, column and value. It does not compose Unicode, suggests no spelling, knows no domain that cannot be
 * delivered to, mends no cell, finds out nothing of a file, and knows one dialect and one source.
 */
function checked_loop(string $file): string
{
    $address = '/^[a-z0-9!#$%&\'*+\/=?^_`{|}~-]+(\.[a-z0-9!#$%&\'*+\/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/';
    $statuses = ['active' => 0, 'cancelled' => 1, 'unsubscribed' => 2, 'bounced' => 3, 'complained' => 4];
    $countries = array_flip(explode(' ', 'AT AU BE BR CA CH CZ DE DK ES FI FR GB GR HU IE IN IT JP MX NL NO NZ PL PT RO SE SG TR UA US ZA'));
    $here = new \DateTimeZone('America/New_York');
    $utc = new \DateTimeZone('UTC');
    $stream = fopen($file, 'rb');
    $header = fgetcsv($stream, null, ',', '"', '');
    $people = $issues = $aside = [];
    $records = 0;
    $line = 2;
    for (; ($cells = fgetcsv($stream, null, ',', '"', '')) !== false; $line += 1 + substr_count(implode('', $cells), "\n")) {
        $records++;
        if (count($cells) !== count($header)) {
            $aside[] = [$line, 'row-short', $cells];
            continue;
        }
        foreach ($cells as $place => $cell) {
            $cell = trim($cell);
            if (preg_match('//u', $cell) !== 1) {
                $cell = iconv('windows-1252', 'UTF-8//IGNORE', $cell);
                $issues[] = ['encoding', $line, $header[$place], $cell];
            }
            $cells[$place] = $cell === '' ? null : $cell;
        }
        $row = array_combine($header, $cells);
        $key = strtolower((string) $row['email']);
        if (preg_match($address, $key) !== 1 || strlen($key) > 254 || strpos($key, '@') > 64) {
            $issues[] = ['email-invalid', $line, 'email', $row['email']];
            $aside[] = [$line, 'email-invalid', $cells];
            continue;
        }
        $created = (string) $row['created_at'];
        $at = \DateTimeImmutable::createFromFormat('Y-m-d H:i:s \U\T\C', $created, $utc)
            ?: \DateTimeImmutable::createFromFormat('Y-m-d\TH:i:sP', $created)
            ?: \DateTimeImmutable::createFromFormat('m/d/Y H:i', $created, $here);
        $isDay = $at !== false && (\DateTimeImmutable::getLastErrors()['warning_count'] ?? 0) === 0;
        $row['created_at'] = $isDay ? $at->setTimezone($utc) : null;
        if ($created !== '' && !$isDay) {
            $issues[] = ['date-invalid', $line, 'created_at', $created];
        }
        if ($row['phone'] !== null) {
            $number = preg_replace('/[^+0-9]/', '', $row['phone']);
            $row['phone'] = preg_match('/^\+[1-9][0-9]{6,14}$/', $number) === 1 ? $number : $row['phone'];
        }
        if ($row['country'] !== null) {
            $code = strtoupper($row['country']);
            $row['country'] = isset($countries[$code]) ? $code : $row['country'];
        }
        $row['email status'] = $statuses[$row['email status'] ?? 'cancelled'] ?? 1;
        $row['tags'] = array_values(array_unique(array_filter(array_map(trim(...), explode(',', (string) $row['tags'])))));
        if (!isset($people[$key])) {
            $people[$key] = $row;
            continue;
        }
        $issues[] = ['email-duplicate', $line, 'email', $row['email']];
        $known = &$people[$key];
        foreach ($row as $name => $value) {
            if ($value !== null && $known[$name] !== null && $value != $known[$name] && $name !== 'tags') {
                $issues[] = ['value-overruled', $line, $name, $value];
            }
            $known[$name] = match ($name) {
                'email' => $known[$name],
                'email status' => max($known[$name], $value),
                'created_at' => $known[$name] === null ? $value : ($value === null ? $known[$name] : min($known[$name], $value)),
                'tags' => array_values(array_unique([...$known[$name], ...$value])),
                default => $value ?? $known[$name],
            };
        }
        unset($known);
    }
    $tags = 0;
    foreach ($people as $person) {
        $row = [$person['email'], $person['first_name'], $person['last_name'], $person['email status']];
        $tags += count($person['tags']);
    }

    return sprintf('%d records, %d people, %d set aside, %d tags, %d issues', $records, count($people), count($aside), $tags, count($issues));
}

function read(string $file): Intake
{
    return Memberferry::readContacts($file, timezone: 'America/New_York', dayFirst: false);
}

function found(Intake $intake, int $tags): string
{
    $stats = $intake->stats;

    $found = sprintf('%d records, %d people, %d set aside', $stats->records, $stats->contacts, $stats->setAside);

    return $found . ($tags > 0 ? ", {$tags} tags" : '') . ', ' . array_sum($intake->issues->counts()) . ' issues';
}

function columns(string $file): string
{
    $intake = read($file);
    $tags = 0;
    foreach ($intake->contacts->columns() as $part) {
        foreach ($part['tags'] as $list) {
            $tags += count($list);
        }
    }

    return found($intake, $tags);
}

function some_columns(string $file): string
{
    $intake = read($file);
    $tags = 0;
    foreach ($intake->contacts->columns(['email', 'firstName', 'lastName', 'marketingStatus', 'tags']) as $part) {
        foreach ($part['email'] as $place => $email) {
            $row = [$email, $part['firstName'][$place], $part['lastName'][$place], $part['marketingStatus'][$place]];
            $tags += count($part['tags'][$place]);
        }
    }

    return found($intake, $tags);
}

function lines(string $file): string
{
    $intake = read($file);
    $handle = $intake->contacts->handle();
    $bytes = 0;
    for ($first = 0; $first < $handle->length(); $first += 1_000) {
        $bytes += strlen(Wire::ask(static fn () => $handle->jsonLines($first, 1_000)));
    }

    return found($intake, 0) . ", {$bytes} bytes";
}

function records(string $file): string
{
    $intake = read($file);
    $tags = 0;
    foreach ($intake->contacts as $contact) {
        $tags += count($contact->tags);
    }

    return found($intake, $tags);
}

if (($argv[1] ?? '') === '--measure') {
    measure($argv[2], $argv[3]);
} else {
    compare($argv[1] ?? exit("usage: bench.php FILE\n"));
}
