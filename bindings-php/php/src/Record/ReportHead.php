<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What a report says of itself. */
final readonly class ReportHead extends Record
{
    public const FIELDS = [
        'format' => null,
        'site' => null,
        'at' => 'instant',
        'pseudonymised' => null,
        'environment' => Environment::class,
    ];

    /**
     * @param int $format The version of the format: `Report::FORMAT`.
     * @param string $site The site's name.
     * @param \DateTimeImmutable $at The instant it was made for.
     * @param bool $pseudonymised Whether people are unrecognisable in it.
     * @param Environment|null $environment Which copy of it.
     */
    public function __construct(
        public int $format,
        public string $site,
        public \DateTimeImmutable $at,
        public bool $pseudonymised,
        public ?Environment $environment = null,
    ) {
    }
}
