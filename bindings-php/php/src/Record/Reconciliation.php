<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A plan compared with what the target holds afterwards. */
final readonly class Reconciliation extends Record
{
    public const FIELDS = [
        'ok' => null,
        'verified' => Verified::class,
        'differences' => ['list', Difference::class],
        'differencesFound' => null,
    ];

    /**
     * @param bool $ok Whether there is no difference at all.
     * @param Verified $verified What was compared.
     * @param list<Difference> $differences Where target and plan differ: users by the key of their address, then what concerns all of them. At most `KEPT_DIFFERENCES`.
     * @param int $differencesFound How many differences there are, those that are not kept included.
     */
    public function __construct(
        public bool $ok,
        public Verified $verified,
        public array $differences,
        public int $differencesFound,
    ) {
    }
}
