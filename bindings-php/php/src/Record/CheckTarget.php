<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** The target must be this copy of the site and hold these users still. The host takes a snapshot and compares. */
final readonly class CheckTarget extends Record
{
    public const FIELDS = [
        'environment' => Environment::class,
        'users' => null,
        'snapshot' => null,
    ];

    /**
     * @param Environment $environment Which copy of the site.
     * @param int $users How many users it has.
     * @param string $snapshot The digest of their snapshot: `Snapshot::digest`.
     */
    public function __construct(
        public Environment $environment,
        public int $users,
        public string $snapshot,
    ) {
    }
}
