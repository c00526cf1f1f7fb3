<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How the plan is run; the plan's own environment and batch size, and no approval, where absent. */
final readonly class ScriptOptions extends Record
{
    public const FIELDS = [
        'approved' => null,
        'batchSize' => null,
        'environment' => Environment::class,
    ];

    /**
     * @param string|null $approved
     * @param int|null $batchSize
     * @param Environment|null $environment
     */
    public function __construct(
        public ?string $approved = null,
        public ?int $batchSize = null,
        public ?Environment $environment = null,
    ) {
    }
}
