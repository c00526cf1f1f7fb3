<?php

declare(strict_types=1);

namespace Memberferry;

/**
 * What is wrong with an input, or was decided, in order.
 *
 * @extends Records<Record\Issue>
 */
final class Issues extends Records
{
    protected const RECORD = Record\Issue::class;

    /**
     * How many there are of each code, those beyond the limit on issues too.
     *
     * @return array<string, int>
     */
    public function counts(): array
    {
        return Wire::decode(Wire::ask(fn () => $this->handle->counts()));
    }

    public function __debugInfo(): array
    {
        return ['count' => count($this), 'counts' => $this->counts()];
    }
}
