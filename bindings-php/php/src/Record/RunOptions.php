<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Where and how a plan is run. */
final readonly class RunOptions extends Record
{
    public const FIELDS = [
        'environment' => Environment::class,
        'approved' => null,
        'batchSize' => null,
    ];

    /**
     * @param Environment $environment The copy of the site that the host is about to change. A plan for another one is refused.
     * @param string|null $approved The plan that somebody looked over and approved. Where it is named, no other is run.
     * @param int|null $batchSize The most operations in a batch; the plan's own number, where absent.
     */
    public function __construct(
        public Environment $environment,
        public ?string $approved = null,
        public ?int $batchSize = null,
    ) {
    }
}
