<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PeerSetting` of the kind `sensei`.
 *
 * A course of Sensei with its enrolment providers.
 */
final readonly class PeerSettingSensei extends PeerSetting
{
    public const KIND = 'sensei';

    public const FIELDS = [
        'providers' => ['list', SenseiProvider::class],
    ];

    /** @param list<SenseiProvider> $providers The providers. */
    public function __construct(
        public array $providers = [],
    ) {
        parent::__construct(self::KIND);
    }
}
