<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An enrollment is put back as it was before a run. */
final readonly class RestoreEnrollment extends Record
{
    public const FIELDS = [
        'offering' => null,
        'before' => TargetEnrollment::class,
        'after' => TargetEnrollment::class,
    ];

    /**
     * @param string $offering The offering.
     * @param TargetEnrollment $before The enrollment as the run wrote it.
     * @param TargetEnrollment|null $after As it was before the run; absent where there was none, and there is none again.
     */
    public function __construct(
        public string $offering,
        public TargetEnrollment $before,
        public ?TargetEnrollment $after = null,
    ) {
    }
}
