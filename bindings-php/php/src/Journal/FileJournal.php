<?php

declare(strict_types=1);

namespace Memberferry\Journal;

use Memberferry\Exception\FileException;
use Memberferry\Exception\UsageException;

/** A journal in a file of its own, which is made if it is not there, and which one run at a time may hold. Only its owner may read it. */
final class FileJournal implements Journal
{
    private readonly StreamJournal $journal;

    /** @var resource */
    private readonly mixed $file;

    public function __construct(string $path)
    {
        if (str_contains($path, '://')) {
            throw UsageException::of('a journal is no URL', 'give a path, or a stream that you have opened');
        }
        if (file_exists($path) && !is_file($path)) {
            throw new FileException("{$path}: is no file");
        }
        $isNew = !file_exists($path);
        $this->file = FileException::guard($path, static fn () => fopen($path, 'c+b'));
        $this->journal = new StreamJournal($this->file, $path);
        if ($isNew) {
            chmod($path, 0o600);
            self::keepEntry($path);
        }
    }

    public function read(): string
    {
        return $this->journal->read();
    }

    public function truncate(int $length): void
    {
        $this->journal->truncate($length);
    }

    public function append(string $lines): void
    {
        $this->journal->append($lines);
    }

    public function close(): void
    {
        if (is_resource($this->file)) {
            fclose($this->file);
        }
    }

    /** Has the folder know of a new file after a crash of the machine, where a system can say so. */
    private static function keepEntry(string $path): void
    {
        $folder = @fopen(dirname($path), 'rb');
        if ($folder !== false) {
            @fsync($folder);
            fclose($folder);
        }
    }
}
