<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Record\Operation;
use Memberferry\Record\Phase;

/**
 * Operations of one phase, to be carried out in order, best in one transaction.
 *
 * @implements \IteratorAggregate<int, Operation>
 */
final class Batch extends Handle implements \Countable, \IteratorAggregate
{
    public readonly Phase $phase;

    /**
     * The operations, in order.
     *
     * @var list<Operation>
     */
    public readonly array $operations;

    /** How many seconds to wait before they are tried. `Run::batches` has waited already. */
    public readonly int $waitSeconds;

    /** @internal */
    public function __construct(private readonly Native\Batch $handle)
    {
        $batch = Wire::readText(Record\BatchDocument::class, Wire::ask(static fn () => $handle->document()));
        $this->phase = $batch->phase;
        $this->operations = $batch->operations;
        $this->waitSeconds = $batch->waitSeconds;
    }

    public function count(): int
    {
        return count($this->operations);
    }

    /** @return \ArrayIterator<int, Operation> */
    public function getIterator(): \ArrayIterator
    {
        return new \ArrayIterator($this->operations);
    }

    /** @internal */
    public function handle(): Native\Batch
    {
        return $this->handle;
    }

    public function __debugInfo(): array
    {
        return ['phase' => $this->phase, 'operations' => count($this)];
    }
}
