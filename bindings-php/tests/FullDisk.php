<?php

declare(strict_types=1);

namespace Memberferry\Tests;

/** A stream on a disk that has room for so many writes yet. */
final class FullDisk
{
    public static int $room = 0;

    private static string $content = '';

    /** @var resource|null */
    public mixed $context;

    private int $place = 0;

    /** @return resource */
    public static function open(): mixed
    {
        if (!in_array('full-disk', stream_get_wrappers(), true)) {
            stream_wrapper_register('full-disk', self::class);
        }
        self::$content = '';

        return fopen('full-disk://journal', 'w+b');
    }

    public function stream_open(string $path, string $mode, int $options, ?string &$opened): bool
    {
        return true;
    }

    public function stream_read(int $count): string
    {
        $part = substr(self::$content, $this->place, $count);
        $this->place += strlen($part);

        return $part;
    }

    public function stream_write(string $lines): int
    {
        if (self::$room === 0) {
            return 0;
        }
        self::$room--;
        self::$content = substr(self::$content, 0, $this->place) . $lines;
        $this->place = strlen(self::$content);

        return strlen($lines);
    }

    public function stream_flush(): bool
    {
        return true;
    }

    public function stream_truncate(int $length): bool
    {
        self::$content = substr(self::$content, 0, $length);

        return true;
    }

    public function stream_eof(): bool
    {
        return $this->place >= strlen(self::$content);
    }

    public function stream_tell(): int
    {
        return $this->place;
    }

    public function stream_seek(int $offset, int $whence): bool
    {
        $this->place = $whence === SEEK_END ? strlen(self::$content) + $offset : $offset;

        return true;
    }

    /** @return array<string, int> */
    public function stream_stat(): array
    {
        return ['size' => strlen(self::$content)];
    }
}
