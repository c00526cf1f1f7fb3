<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class ModuleContinuity extends Record
{
    public const FIELDS = [
        'contact' => null,
        'offering' => null,
        'module' => null,
        'before' => ModuleStanding::class,
        'after' => ModuleStandingByPolicy::class,
    ];

    /**
     * @param int $contact
     * @param string $offering
     * @param string $module
     * @param ModuleStanding $before
     * @param ModuleStandingByPolicy $after
     */
    public function __construct(
        public int $contact,
        public string $offering,
        public string $module,
        public ModuleStanding $before,
        public ModuleStandingByPolicy $after,
    ) {
    }
}
