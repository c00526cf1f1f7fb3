<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One event. */
final readonly class ReportEvent extends Record
{
    public const FIELDS = [
        'label' => null,
        'at' => 'instant',
    ];

    /**
     * @param string $label What happens.
     * @param \DateTimeImmutable|null $at When; absent where no clock says.
     */
    public function __construct(
        public string $label,
        public ?\DateTimeImmutable $at = null,
    ) {
    }
}
