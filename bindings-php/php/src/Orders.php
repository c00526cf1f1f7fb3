<?php

declare(strict_types=1);

namespace Memberferry;

/**
 * Orders, refunds and disputes, in the order of the records of their export.
 *
 * @extends Records<Record\Order>
 */
final class Orders extends Records
{
    protected const RECORD = Record\Order::class;

    /** @internal */
    public function handle(): Native\Orders
    {
        assert($this->handle instanceof Native\Orders);

        return $this->handle;
    }
}
