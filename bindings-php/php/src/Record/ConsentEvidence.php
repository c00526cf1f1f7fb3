<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a source knows about how a status came about. Everything may be absent. */
final readonly class ConsentEvidence extends Record
{
    public const FIELDS = [
        'at' => 'instant',
        'ip' => null,
        'source' => null,
        'wording' => null,
    ];

    /**
     * @param \DateTimeImmutable|null $at When the person opted in, or out.
     * @param string|null $ip The internet address it came from, as text.
     * @param string|null $source Where it happened: a form, a campaign, a column of an export.
     * @param string|null $wording What the person agreed to, or the source's own word for the status.
     */
    public function __construct(
        public ?\DateTimeImmutable $at = null,
        public ?string $ip = null,
        public ?string $source = null,
        public ?string $wording = null,
    ) {
    }
}
