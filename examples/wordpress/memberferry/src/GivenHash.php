<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/**
 * Stands in for WordPress's hasher while a user is written, and gives the hash that the user is to have. Every hook of every plugin runs as
 * it always does, and no password is hashed that is hashed already.
 */
final class GivenHash
{
    private function __construct(private readonly string $hash)
    {
    }

    /**
     * What a call of WordPress gives while it hashes every password to this.
     *
     * @template T
     * @param \Closure(): T $call
     * @return T
     */
    public static function during(#[\SensitiveParameter] string $hash, \Closure $call): mixed
    {
        $before = $GLOBALS['wp_hasher'] ?? null;
        $GLOBALS['wp_hasher'] = new self($hash);
        try {
            return $call();
        } finally {
            $GLOBALS['wp_hasher'] = $before;
        }
    }

    public function HashPassword(#[\SensitiveParameter] string $password): string
    {
        return $this->hash;
    }

    public function CheckPassword(#[\SensitiveParameter] string $password, string $hash): bool
    {
        return false;
    }
}
