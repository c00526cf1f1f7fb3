<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Shown` of the kind `target`. */
final readonly class ShownTarget extends Shown
{
    public const KIND = 'target';

    public const FIELDS = [
        'users' => ['list', TargetUser::class],
        'inMaintenance' => null,
        'mailed' => ['list', null],
    ];

    /**
     * @param list<TargetUser> $users By the key of their address.
     * @param bool $inMaintenance
     * @param list<string> $mailed Keys, ascending.
     */
    public function __construct(
        public array $users,
        public bool $inMaintenance,
        public array $mailed,
    ) {
        parent::__construct(self::KIND);
    }
}
