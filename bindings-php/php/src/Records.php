<?php

declare(strict_types=1);

namespace Memberferry;

/**
 * Records that stay in Rust, each made when it is looked at.
 *
 * @template T of Record
 * @implements \IteratorAggregate<int, T>
 */
abstract class Records extends Handle implements \Countable, \IteratorAggregate
{
    private const PART = 1_000;

    /** @var class-string<T> */
    protected const RECORD = Record::class;

    /** @internal */
    public function __construct(protected readonly Native\Issues|Native\Orders|Native\Subscriptions $handle)
    {
    }

    public function count(): int
    {
        return $this->handle->length();
    }

    /** @return \Generator<int, T> */
    public function getIterator(): \Generator
    {
        for ($first = 0; $first < count($this); $first += self::PART) {
            foreach ($this->part($first, self::PART) as $place => $record) {
                yield $first + $place => $record;
            }
        }
    }

    /**
     * One of them, by its place from 0.
     *
     * @return T
     */
    public function get(int $place): Record
    {
        if ($place < 0 || $place >= count($this)) {
            throw new \OutOfRangeException('there are ' . count($this) . ", and none at {$place}");
        }

        return $this->part($place, 1)[0];
    }

    /**
     * All of them. For lists that fit into PHP's memory.
     *
     * @return list<T>
     */
    public function toList(): array
    {
        return iterator_to_array($this, false);
    }

    public function __debugInfo(): array
    {
        return ['count' => count($this)];
    }

    /** @return list<T> */
    private function part(int $first, int $count): array
    {
        return Wire::readText(['list', static::RECORD], Wire::ask(fn () => $this->handle->part($first, $count)));
    }
}
