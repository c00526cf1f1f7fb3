<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Shown` of the kind `done`.
 *
 * Nothing to tell.
 */
final readonly class ShownDone extends Shown
{
    public const KIND = 'done';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
