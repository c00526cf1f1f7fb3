<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Whether a move gave or took access that nobody asked for. */
final readonly class AccessProof extends Record
{
    public const FIELDS = [
        'ok' => null,
        'comparison' => AccessComparison::class,
        'acceptedGains' => ['list', AcceptedGains::class],
        'asked' => AskedChanges::class,
        'unasked' => ['list', UnaskedChange::class],
        'unaskedFound' => null,
    ];

    /**
     * @param bool $ok Whether nobody lost or gained access unasked.
     * @param AccessComparison $comparison Every change of access, in numbers.
     * @param list<AcceptedGains> $acceptedGains The gains that the owner accepts, in the order given.
     * @param AskedChanges $asked The changes that follow from what the owner decided, in numbers.
     * @param list<UnaskedChange> $unasked Who lost or gained what unasked: by contact, then by page. At most `KEPT_CHANGES`.
     * @param int $unaskedFound How many there are, those that are not kept included.
     */
    public function __construct(
        public bool $ok,
        public AccessComparison $comparison,
        public array $acceptedGains,
        public AskedChanges $asked,
        public array $unasked,
        public int $unaskedFound,
    ) {
    }
}
