<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** An operation left something that must not stay: its batch is given up, and done anew without it. */
final class Spoiled extends \RuntimeException
{
    /** @param array<string, mixed> $outcome What is told of the operation instead. */
    public function __construct(public readonly string $operation, public readonly array $outcome)
    {
        parent::__construct((string) ($outcome['message'] ?? ''));
    }
}
