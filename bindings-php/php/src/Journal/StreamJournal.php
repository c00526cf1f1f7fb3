<?php

declare(strict_types=1);

namespace Memberferry\Journal;

use Memberferry\Exception\FileException;
use Memberferry\Exception\UsageException;
use Memberferry\Sink;

/** A journal in a stream that somebody else opened, for reading and writing. It stays open. */
final class StreamJournal implements Journal
{
    /** A stream that is no file of the system, in memory or behind a wrapper, is on no disk of ours, and nobody else's to hold. */
    private readonly bool $isFile;

    /** @param resource $stream */
    public function __construct(private readonly mixed $stream, private readonly string $name = 'the journal')
    {
        if (!is_resource($stream) || get_resource_type($stream) !== 'stream') {
            throw UsageException::of('the journal is no open stream', 'open it for reading and writing, or give its path');
        }
        $about = stream_get_meta_data($stream);
        $isUsable = $about['seekable'] && strpbrk($about['mode'], '+') !== false;
        if (!$isUsable) {
            throw UsageException::of('the journal cannot be both read and written', 'open it with a mode such as `c+b`');
        }
        $this->isFile = $about['wrapper_type'] === 'plainfile';
        if ($this->isFile && !flock($stream, LOCK_EX | LOCK_NB, $isHeld)) {
            throw new FileException($isHeld ? "{$name}: another run holds this journal" : "{$name}: cannot be locked");
        }
    }

    public function read(): string
    {
        return FileException::guard($this->name, function (): string {
            rewind($this->stream);

            return (string) stream_get_contents($this->stream);
        });
    }

    public function truncate(int $length): void
    {
        $done = FileException::guard($this->name, fn () => ftruncate($this->stream, $length));
        if (!$done) {
            throw new FileException("{$this->name}: cannot be shortened");
        }
    }

    public function append(string $lines): void
    {
        fseek($this->stream, 0, SEEK_END);
        Sink::pour($this->stream, [$lines], $this->name);
        if ($this->isFile && !FileException::guard($this->name, fn () => fsync($this->stream))) {
            throw new FileException("{$this->name}: does not reach the disk");
        }
    }

    public function close(): void
    {
        if ($this->isFile && is_resource($this->stream)) {
            flock($this->stream, LOCK_UN);
        }
    }
}
