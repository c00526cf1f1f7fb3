<?php

declare(strict_types=1);

namespace MemberferryTests;

/** A test of the plugin on a real site. */
abstract class TestCase
{
    public function __construct(protected readonly \Closure $site)
    {
    }

    protected function same(mixed $expected, mixed $found, string $why = ''): void
    {
        if ($expected !== $found) {
            $short = static fn (mixed $value) => substr((string) json_encode($value, JSON_UNESCAPED_UNICODE), 0, 1_000);
            throw new \RuntimeException("{$why}\nexpected {$short($expected)}\nfound    {$short($found)}");
        }
    }

    protected function that(bool $holds, string $why = 'it does not hold'): void
    {
        if (!$holds) {
            throw new \RuntimeException($why);
        }
    }

    protected function contains(string $part, string $text): void
    {
        $this->that(str_contains($text, $part), "`{$part}` is not in: " . self::readable($text));
    }

    /** What of a page somebody would read. */
    private static function readable(string $page): string
    {
        $body = strstr($page, '<div class="wrap">') ?: $page;
        $body = (string) preg_replace('~<(script|style|textarea)\b.*?</\1>~s', '', $body);

        return substr((string) preg_replace('/\s+/', ' ', strip_tags($body)), 0, 1_500);
    }

    protected function lacks(string $part, string $text): void
    {
        $this->that(!str_contains($text, $part), "`{$part}` is in the text");
    }

    /** Runs a command that has to end well. */
    protected function done(WordPress $site, string ...$words): string
    {
        [$status, $said, $errors] = $site->command(...$words);
        $this->that($status === 0, implode(' ', $words) . " ended with {$status}: {$said}{$errors}");

        return $said;
    }

    /** The digest that a command told. */
    protected function digest(string $said): string
    {
        return preg_match('/^digest ([0-9a-f]{64})$/m', $said, $match) === 1 ? $match[1] : throw new \RuntimeException("no digest in: {$said}");
    }
}
