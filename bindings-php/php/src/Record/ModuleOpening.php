<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** When one module opens for one member, and when it closes again. */
final readonly class ModuleOpening extends Record
{
    public const FIELDS = [
        'module' => null,
        'opensAt' => 'instant',
        'closesAt' => 'instant',
    ];

    /**
     * @param string $module The module.
     * @param \DateTimeImmutable $opensAt When it opens; for a module that has been released already, this is past or passed over.
     * @param \DateTimeImmutable|null $closesAt The first instant at which it is closed again; stays open, where absent. One that is not after `opens_at` means that it never opens.
     */
    public function __construct(
        public string $module,
        public \DateTimeImmutable $opensAt,
        public ?\DateTimeImmutable $closesAt = null,
    ) {
    }
}
