<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Record\TargetUser;

/**
 * What the target holds at one instant.
 *
 * @implements \IteratorAggregate<int, TargetUser>
 */
final class Snapshot extends Handle implements \Countable, \IteratorAggregate
{
    private function __construct(private readonly Native\Snapshot $handle)
    {
    }

    /**
     * The users of the target, in any order, as records or arrays in the form of the wire; they go over some thousand at a time.
     *
     * @param iterable<TargetUser|array<string, mixed>> $users
     */
    public static function fromRecords(iterable $users): self
    {
        $builder = new Native\SnapshotBuilder();
        foreach (Wire::jsonLines(TargetUser::class, $users) as $lines) {
            Wire::ask(static fn () => $builder->push($lines));
        }

        return new self(Wire::ask(static fn () => $builder->finish()));
    }

    /**
     * The users, ordered by the key of their address.
     *
     * @return \Generator<int, TargetUser>
     */
    public function getIterator(): \Generator
    {
        $lines = Wire::ask(fn () => $this->handle->jsonLines());
        for ($at = 0; ($end = strpos($lines, "\n", $at)) !== false; $at = $end + 1) {
            yield Wire::readText(TargetUser::class, substr($lines, $at, $end - $at));
        }
    }

    /** SHA-256 over the users: the same users have the same one. */
    public function digest(): string
    {
        return Wire::ask(fn () => $this->handle->digest());
    }

    public function count(): int
    {
        return $this->handle->length();
    }

    /** @internal */
    public function handle(): Native\Snapshot
    {
        return $this->handle;
    }

    public function __debugInfo(): array
    {
        return ['count' => count($this)];
    }
}
