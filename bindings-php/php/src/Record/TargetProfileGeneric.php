<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `TargetProfile` of the kind `generic`. */
final readonly class TargetProfileGeneric extends TargetProfile
{
    public const KIND = 'generic';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
