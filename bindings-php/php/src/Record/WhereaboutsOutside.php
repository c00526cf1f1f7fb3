<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Whereabouts` of the kind `outside`.
 *
 * They have never been in it.
 */
final readonly class WhereaboutsOutside extends Whereabouts
{
    public const KIND = 'outside';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
