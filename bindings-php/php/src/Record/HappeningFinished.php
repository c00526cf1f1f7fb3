<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `finished`.
 *
 * The automation has come to an end.
 */
final readonly class HappeningFinished extends Happening
{
    public const KIND = 'finished';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
