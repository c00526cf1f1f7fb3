<?php

declare(strict_types=1);

namespace Memberferry;

/** A password for a user. It shows itself to whoever calls `expose`, and to nobody else. */
final class NewPassword extends Handle
{
    /** `hash`, to be stored as it is, or `plaintext`, to be hashed as the target does. */
    public readonly string $kind;

    /** @internal */
    public function __construct(private readonly Native\NewPassword $handle)
    {
        $this->kind = $handle->kind();
    }

    /** The secret itself. Whoever calls this answers for where it goes. */
    public function expose(): string
    {
        return $this->handle->expose();
    }

    public function __debugInfo(): array
    {
        return ['kind' => $this->kind];
    }
}
