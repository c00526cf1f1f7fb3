<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** When each translated module's tag is added by the automation, and when the module opens on the site. */
final readonly class Proof extends Record
{
    public const FIELDS = [
        'lines' => ['list', ProofLine::class],
        'agrees' => null,
        'asIfLive' => null,
        'releasedAt' => 'instant',
    ];

    /**
     * @param list<ProofLine> $lines The modules, in the order of the translation.
     * @param bool $agrees Whether there are modules, and every one opens exactly when it is to. Where no module is translated there is nothing to compare, and nothing is proved.
     * @param bool|null $asIfLive Whether the automation is paused, so that it adds no tag as it stands: what is proved is what it would do if it were live.
     * @param \DateTimeImmutable|null $releasedAt When the automation releases the offering to the contact of the proof; absent where it never does.
     */
    public function __construct(
        public array $lines,
        public bool $agrees,
        public ?bool $asIfLive = null,
        public ?\DateTimeImmutable $releasedAt = null,
    ) {
    }
}
