<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** An issue as it is written. */
final readonly class Issue extends Record
{
    public const FIELDS = [
        'code' => Code::class,
        'severity' => Severity::class,
        'message' => null,
        'help' => null,
        'location' => Location::class,
        'suggestion' => null,
        'value' => null,
    ];

    /**
     * @param Code $code
     * @param Severity $severity
     * @param string $message
     * @param string $help
     * @param Location|null $location
     * @param string|null $suggestion
     * @param string|null $value
     */
    public function __construct(
        public Code $code,
        public Severity $severity,
        public string $message,
        public string $help,
        public ?Location $location = null,
        public ?string $suggestion = null,
        public ?string $value = null,
    ) {
    }
}
