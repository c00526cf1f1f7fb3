<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A release as it is written. */
final readonly class Release extends Record
{
    public const FIELDS = [
        'module' => null,
        'state' => ReleaseState::class,
        'why' => Why::class,
        'explanation' => null,
        'closesAt' => 'instant',
        'opensAt' => 'instant',
        'shownAt' => 'instant',
    ];

    /**
     * @param string $module
     * @param ReleaseState $state
     * @param Why $why
     * @param string $explanation
     * @param \DateTimeImmutable|null $closesAt
     * @param \DateTimeImmutable|null $opensAt
     * @param \DateTimeImmutable|null $shownAt
     */
    public function __construct(
        public string $module,
        public ReleaseState $state,
        public Why $why,
        public string $explanation,
        public ?\DateTimeImmutable $closesAt = null,
        public ?\DateTimeImmutable $opensAt = null,
        public ?\DateTimeImmutable $shownAt = null,
    ) {
    }
}
