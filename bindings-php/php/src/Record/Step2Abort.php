<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step2` of the kind `abort`.
 *
 * The run is given up.
 */
final readonly class Step2Abort extends Step2
{
    public const KIND = 'abort';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
