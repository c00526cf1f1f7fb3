<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A decision with its explanation, as it is written. */
final readonly class Decision extends Record
{
    public const FIELDS = [
        'allowed' => null,
        'reason' => AccessReason::class,
        'explanation' => null,
        'rules' => ['list', null],
        'needs' => ['list', Need::class],
        'ways' => ['list', ['list', Need::class]],
        'closesAt' => 'instant',
        'opensAt' => 'instant',
        'redirect' => null,
    ];

    /**
     * @param bool $allowed
     * @param AccessReason $reason
     * @param string $explanation
     * @param list<string> $rules
     * @param list<Need> $needs
     * @param list<list<Need>> $ways
     * @param \DateTimeImmutable|null $closesAt
     * @param \DateTimeImmutable|null $opensAt
     * @param string|null $redirect
     */
    public function __construct(
        public bool $allowed,
        public AccessReason $reason,
        public string $explanation,
        public array $rules,
        public array $needs,
        public array $ways,
        public ?\DateTimeImmutable $closesAt = null,
        public ?\DateTimeImmutable $opensAt = null,
        public ?string $redirect = null,
    ) {
    }
}
