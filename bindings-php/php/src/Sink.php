<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Exception\FileException;
use Memberferry\Exception\UsageException;

/**
 * Where bytes go to: a path or an open stream.
 *
 * @internal
 */
final class Sink
{
    /**
     * Writes everything, or says why not. A file is closed in the end, a stream stays open.
     *
     * @param iterable<string> $chunks
     */
    public static function write(mixed $to, iterable $chunks): void
    {
        if (is_string($to) && !str_contains($to, '://')) {
            $stream = FileException::guard($to, static fn () => fopen($to, 'wb'));
            try {
                self::pour($stream, $chunks, $to);
            } finally {
                fclose($stream);
            }
        } elseif (is_resource($to) && get_resource_type($to) === 'stream') {
            self::pour($to, $chunks, 'the stream');
        } elseif (gettype($to) === 'resource (closed)') {
            throw UsageException::of('the stream is closed', 'open it again, and close it when it has been written');
        } else {
            throw new \TypeError('a ' . get_debug_type($to) . ' cannot be written to; a path of the file system and an open stream can');
        }
    }

    /**
     * @param resource $stream
     * @param iterable<string> $chunks
     */
    public static function pour(mixed $stream, iterable $chunks, string $what): void
    {
        foreach ($chunks as $chunk) {
            while ($chunk !== '') {
                $written = FileException::guard($what, static fn () => fwrite($stream, $chunk));
                if ($written === false || $written === 0) {
                    throw new FileException("{$what}: takes no more bytes");
                }
                $chunk = substr($chunk, $written);
            }
        }
        if (!fflush($stream)) {
            throw new FileException("{$what}: takes no more bytes");
        }
    }
}
