<?php

declare(strict_types=1);

namespace Memberferry\Tests;

/** What a test says of what it found. */
abstract class TestCase
{
    /** @var list<string> */
    private array $folders = [];

    /** A folder that is gone after the test. */
    protected function folder(): string
    {
        $folder = sys_get_temp_dir() . '/memberferry-' . bin2hex(random_bytes(6));
        mkdir($folder);

        return $this->folders[] = $folder;
    }

    public function tearDown(): void
    {
        foreach ($this->folders as $folder) {
            self::remove($folder);
        }
    }

    private static function remove(string $folder): void
    {
        foreach (array_diff(scandir($folder) ?: [], ['.', '..']) as $name) {
            $path = "{$folder}/{$name}";
            is_dir($path) && !is_link($path) ? self::remove($path) : unlink($path);
        }
        rmdir($folder);
    }

    protected function same(mixed $expected, mixed $found, string $what = ''): void
    {
        if ($expected !== $found) {
            throw new \Exception(trim("{$what}\nexpected " . var_export($expected, true) . "\nfound    " . var_export($found, true)));
        }
    }

    /** For records, whose parts are other objects of the same values. */
    protected function equal(mixed $expected, mixed $found, string $what = ''): void
    {
        $this->that($expected == $found, trim("{$what}\nexpected " . print_r($expected, true) . "\nfound    " . print_r($found, true)));
    }

    protected function that(bool $holds, string $what = 'this does not hold'): void
    {
        if (!$holds) {
            throw new \Exception($what);
        }
    }

    protected function contains(string $part, string $text): void
    {
        $this->that(str_contains($text, $part), "`{$part}` is not in `{$text}`");
    }

    /**
     * What is thrown, which has to be of a class.
     *
     * @template T of \Throwable
     * @param class-string<T> $class
     * @return T
     */
    protected function thrown(string $class, \Closure $work): \Throwable
    {
        try {
            $work();
        } catch (\Throwable $error) {
            if ($error instanceof $class) {
                return $error;
            }
            throw $error;
        }
        throw new \Exception("no {$class} was thrown");
    }

    /** The file that this process was told to load as the extension. */
    protected static function extension(): string
    {
        preg_match('/extension=([^\0]+)/', (string) file_get_contents('/proc/self/cmdline'), $found);

        return $found[1];
    }
}
