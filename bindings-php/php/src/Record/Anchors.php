<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * The points in time that a rule may count from, as far as they are known. `purchase` and `completion` are of what the rule
 * names.
 */
final readonly class Anchors extends Record
{
    public const FIELDS = [
        'completion' => 'instant',
        'courseStart' => 'instant',
        'enrollment' => 'instant',
        'previousRelease' => 'instant',
        'publication' => 'instant',
        'purchase' => 'instant',
        'registration' => 'instant',
    ];

    /**
     * @param \DateTimeImmutable|null $completion When the member completed what the rule names.
     * @param \DateTimeImmutable|null $courseStart When the offering starts for everybody.
     * @param \DateTimeImmutable|null $enrollment When the member enrolled.
     * @param \DateTimeImmutable|null $previousRelease When the module before opened.
     * @param \DateTimeImmutable|null $publication When the module was published.
     * @param \DateTimeImmutable|null $purchase When the member bought what the rule names.
     * @param \DateTimeImmutable|null $registration When the member joined the site.
     */
    public function __construct(
        public ?\DateTimeImmutable $completion = null,
        public ?\DateTimeImmutable $courseStart = null,
        public ?\DateTimeImmutable $enrollment = null,
        public ?\DateTimeImmutable $previousRelease = null,
        public ?\DateTimeImmutable $publication = null,
        public ?\DateTimeImmutable $purchase = null,
        public ?\DateTimeImmutable $registration = null,
    ) {
    }
}
