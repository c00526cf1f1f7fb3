<?php

declare(strict_types=1);

namespace Memberferry\Journal;

/** Where the lines of a run are kept. They are only ever added, each kept before the next batch. */
interface Journal
{
    /** Everything that was kept so far. */
    public function read(): string;

    /** Drops what stands behind so many bytes. */
    public function truncate(int $length): void;

    /** Keeps lines, so that they are there after a crash of the machine. What cannot be kept throws. */
    public function append(string $lines): void;

    /** Lets go of it. */
    public function close(): void;
}
