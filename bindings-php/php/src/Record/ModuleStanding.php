<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How one module stands for one member at the move. */
final readonly class ModuleStanding extends Record
{
    public const FIELDS = [
        'state' => ReleaseState::class,
        'opensAt' => 'instant',
    ];

    /**
     * @param ReleaseState $state How it stands.
     * @param \DateTimeImmutable|null $opensAt When it opened or will open by the clock; absent where that is not known or never happens.
     */
    public function __construct(
        public ReleaseState $state,
        public ?\DateTimeImmutable $opensAt = null,
    ) {
    }
}
