<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Shown` of the kind `passwords`. */
final readonly class ShownPasswords extends Shown
{
    public const KIND = 'passwords';

    public const FIELDS = [
        'given' => ['list', null],
    ];

    /** @param list<string> $given As `set-password ada@example.com: a hash`, in the order of the run. */
    public function __construct(
        public array $given,
    ) {
        parent::__construct(self::KIND);
    }
}
