<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Whereabouts` of the kind `finished`.
 *
 * They have come to the end.
 */
final readonly class WhereaboutsFinished extends Whereabouts
{
    public const KIND = 'finished';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
