<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `TargetProfile` of the kind `wordpress`. */
final readonly class TargetProfileWordpress extends TargetProfile
{
    public const KIND = 'wordpress';

    public const FIELDS = [
        'version' => null,
    ];

    /** @param string $version */
    public function __construct(
        public string $version,
    ) {
        parent::__construct(self::KIND);
    }
}
