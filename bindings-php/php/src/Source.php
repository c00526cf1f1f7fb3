<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Exception\FileException;
use Memberferry\Exception\UsageException;

/**
 * Where bytes come from. Knows nothing of what they mean.
 *
 * A source is a path, an export itself as a string, an open stream, a PSR-7 stream, or anything that yields strings. A string with a line
 * break in it is an export, any other is a path; `Source::bytes` and `Source::path` say it outright. A path is one of the file system: no
 * URL is opened, and no `phar://` or `php://` (open it yourself, and hand the stream over).
 */
final class Source
{
    public const CHUNK_BYTES = 1 << 20;

    private function __construct(private readonly string $content, private readonly bool $isPath)
    {
    }

    /** These bytes are the input. */
    public static function bytes(string $bytes): self
    {
        return new self($bytes, false);
    }

    /** The input is in this file. */
    public static function path(string $path): self
    {
        return new self($path, true);
    }

    /**
     * The bytes of a source, some at a time. A path that leads nowhere is refused here, before the first of them is asked for.
     *
     * @internal
     * @param ?callable(int, ?int): mixed $onProgress
     * @return \Generator<int, string>
     */
    public static function chunks(mixed $source, ?callable $onProgress = null): \Generator
    {
        [$total, $parts] = self::parts($source);

        return self::told($total, $parts, $onProgress);
    }

    /**
     * The first MiB of a source. A stream that can go back is left where it was.
     *
     * @internal
     */
    public static function sample(mixed $source): string
    {
        $position = is_resource($source) && stream_get_meta_data($source)['seekable'] ? ftell($source) : false;
        $found = '';
        foreach (self::chunks($source) as $part) {
            $found .= $part;
            if (strlen($found) >= self::CHUNK_BYTES) {
                break;
            }
        }
        if ($position !== false) {
            fseek($source, $position);
        }

        return substr($found, 0, self::CHUNK_BYTES);
    }

    /**
     * The whole of a source.
     *
     * @internal
     */
    public static function whole(mixed $source): string
    {
        return implode('', iterator_to_array(self::chunks($source), false));
    }

    /**
     * The name of a source's file, where it is a path.
     *
     * @internal
     */
    public static function fileName(mixed $source): ?string
    {
        $source = self::known($source);

        return $source instanceof self && $source->isPath ? basename($source->content) : null;
    }

    /**
     * What a string or a file of SPL's is.
     */
    private static function known(mixed $source): mixed
    {
        return match (true) {
            $source instanceof \SplFileInfo => self::path($source->getPathname()),
            is_string($source) => new self($source, strpbrk($source, "\r\n\0") === false && $source !== ''),
            default => $source,
        };
    }

    /** @return array{?int, iterable<mixed>} How many bytes there are, if that is known. */
    private static function parts(mixed $source): array
    {
        $source = self::known($source);
        if ($source instanceof self) {
            return $source->isPath ? self::opened($source->content) : [strlen($source->content), self::cut($source->content)];
        }
        if (is_resource($source) && get_resource_type($source) === 'stream') {
            return [self::sizeOf($source), self::read($source)];
        }
        if (gettype($source) === 'resource (closed)') {
            throw UsageException::of('the stream is closed', 'open it again, and close it when it has been read');
        }
        if ($source instanceof \Psr\Http\Message\StreamInterface) {
            return [$source->getSize(), self::readMessage($source)];
        }
        if (is_iterable($source)) {
            return [null, $source];
        }
        throw new \TypeError('a ' . get_debug_type($source) . ' cannot be read; a path, a string with an export, a stream and an iterable of strings can');
    }

    /** @return \Generator<int, string> */
    private static function told(?int $total, iterable $parts, ?callable $onProgress): \Generator
    {
        $done = 0;
        foreach ($parts as $part) {
            if (!is_string($part)) {
                throw new \TypeError('the iterable has to yield strings, and it yielded a ' . get_debug_type($part));
            }
            yield $part;
            $done += strlen($part);
            if ($onProgress !== null) {
                $onProgress($done, $total);
            }
        }
    }

    /** @return array{?int, iterable<string>} */
    private static function opened(string $path): array
    {
        if (str_contains($path, '://')) {
            throw UsageException::of('a URL is not opened', 'open it yourself, and hand the stream over');
        }
        if (is_dir($path)) {
            throw new FileException("{$path}: is a directory");
        }
        $stream = FileException::guard($path, static fn () => fopen($path, 'rb'));

        return [self::sizeOf($stream), self::read($stream, $path)];
    }

    /** @return \Generator<int, string> */
    private static function cut(string $content): \Generator
    {
        for ($at = 0; $at < strlen($content); $at += self::CHUNK_BYTES) {
            yield substr($content, $at, self::CHUNK_BYTES);
        }
    }

    /**
     * How many bytes a stream has from where it stands, if it says so.
     *
     * @param resource $stream
     */
    private static function sizeOf(mixed $stream): ?int
    {
        $about = fstat($stream);
        $here = ftell($stream);
        $isFile = $about !== false && ($about['mode'] & 0o170000) === 0o100000;

        return $isFile && $here !== false ? max($about['size'] - $here, 0) : null;
    }

    /**
     * @param resource $stream
     * @return \Generator<int, string>
     */
    private static function read(mixed $stream, string $what = 'the stream'): \Generator
    {
        while (is_resource($stream)) {
            $part = FileException::guard($what, static fn () => fread($stream, self::CHUNK_BYTES));
            if ($part !== false && $part !== '') {
                yield $part;
                continue;
            }
            $about = stream_get_meta_data($stream);
            if ($about['timed_out'] ?? false) {
                throw new FileException("{$what}: timed out");
            }
            if ($part === false) {
                throw new FileException("{$what}: cannot be read to its end");
            }
            if (feof($stream)) {
                return;
            }
            if (!($about['blocked'] ?? true)) {
                throw UsageException::of('the stream has no bytes ready', 'give one that waits for them: `stream_set_blocking($stream, true)`');
            }
        }
        throw UsageException::of('the stream was closed while it was read');
    }

    /** @return \Generator<int, string> */
    private static function readMessage(\Psr\Http\Message\StreamInterface $stream): \Generator
    {
        while (!$stream->eof()) {
            yield $stream->read(self::CHUNK_BYTES);
        }
    }
}
