<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Exception\UsageException;

/** Something that stays in Rust. It is neither copied nor written down, and shows of itself what is no secret. */
abstract class Handle
{
    /**
     * What `var_dump` and `print_r` show.
     *
     * @return array<string, mixed>
     */
    abstract public function __debugInfo(): array;

    final public function __serialize(): array
    {
        throw $this->refusal();
    }

    /** @param array<mixed> $data */
    final public function __unserialize(array $data): void
    {
        throw $this->refusal();
    }

    final public function __clone()
    {
        throw $this->refusal();
    }

    private function refusal(): UsageException
    {
        $name = substr((string) strrchr(static::class, '\\'), 1);

        return UsageException::of("a {$name} stands for data outside of PHP, so it can be neither serialized nor copied", 'write it out, and read it there');
    }
}
