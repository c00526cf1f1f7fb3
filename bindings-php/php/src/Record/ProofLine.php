<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One module of a proof. */
final readonly class ProofLine extends Record
{
    public const FIELDS = [
        'module' => null,
        'settlingSeconds' => null,
        'opensAt' => 'instant',
        'tagAddedAt' => 'instant',
    ];

    /**
     * @param string $module Which.
     * @param int $settlingSeconds How many seconds earlier it is to open, because the delay that waits for the password falls away; none for what opens at a midnight and for what counts from that.
     * @param \DateTimeImmutable|null $opensAt When it opens on the site; absent where it never does.
     * @param \DateTimeImmutable|null $tagAddedAt When the automation adds its tag; absent where it never does.
     */
    public function __construct(
        public string $module,
        public int $settlingSeconds,
        public ?\DateTimeImmutable $opensAt = null,
        public ?\DateTimeImmutable $tagAddedAt = null,
    ) {
    }
}
