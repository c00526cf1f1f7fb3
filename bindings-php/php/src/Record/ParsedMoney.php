<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a text says of an amount. A blank text says nothing at all. */
final readonly class ParsedMoney extends Record
{
    public const FIELDS = [
        'issue' => Issue::class,
        'money' => Money::class,
    ];

    /**
     * @param Issue|null $issue Why it is none.
     * @param Money|null $money The amount.
     */
    public function __construct(
        public ?Issue $issue = null,
        public ?Money $money = null,
    ) {
    }
}
