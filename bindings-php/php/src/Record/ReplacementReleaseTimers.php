<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Replacement` of the kind `release-timers`.
 *
 * The release timers of modules.
 */
final readonly class ReplacementReleaseTimers extends Replacement
{
    public const KIND = 'release-timers';

    public const FIELDS = [
        'offering' => null,
        'modules' => ['list', null],
    ];

    /**
     * @param string $offering Their offering.
     * @param list<string> $modules The modules, in the offering's order.
     */
    public function __construct(
        public string $offering,
        public array $modules,
    ) {
        parent::__construct(self::KIND);
    }
}
