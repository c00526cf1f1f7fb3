<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step` of the kind `end`.
 *
 * Ends the automation for the contact.
 */
final readonly class StepEnd extends Step
{
    public const KIND = 'end';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
