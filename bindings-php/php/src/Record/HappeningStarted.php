<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Happening` of the kind `started`.
 *
 * The automation starts, or goes on at an event in the middle.
 */
final readonly class HappeningStarted extends Happening
{
    public const KIND = 'started';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
