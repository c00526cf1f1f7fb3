<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** Which copy of a site a document describes. */
final readonly class Environment extends Record
{
    public const FIELDS = [
        'kind' => EnvironmentKind::class,
        'url' => null,
    ];

    /**
     * @param EnvironmentKind $kind Live, staging or a copy on somebody's desk.
     * @param string $url Where it answers.
     */
    public function __construct(
        public EnvironmentKind $kind,
        public string $url,
    ) {
    }
}
